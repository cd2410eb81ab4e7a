package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The server list and the image picker: paging, and the actions offered to each role. */
@PortalTest
@AlsoOnH2
class ServerListTest {

    private final Cast cast = new Cast();

    @Test
    void the_list_goes_on_page_by_page_the_newest_first() {
        UUID image = cast.image("many");
        ApiClient owner = ApiClient.forUser(cast.producer);
        for (int each = 0; each < 27; each++) {
            UUID server = ApiClient.idOf(owner.post("/DFW/servers", body(image, "server-" + each)));
            if (each % 2 == 0) {
                owner.post("/DFW/servers/" + server + "/stop", "").is(200);
            }
        }
        HtmlPage first = cast.producer.opens("/DFW/servers").is(200);
        assertEquals(25, first.texts(".row-head h2").size());
        assertEquals("server-26", first.texts(".row-head h2").get(0));
        HtmlPage second = first.follows("Next page").is(200);
        assertEquals(List.of("server-1", "server-0"), second.texts(".row-head h2"));
        assertFalse(second.hasAction("Next page"));
        HtmlPage stopped = cast.producer.opens("/DFW/servers?status=stopped").is(200);
        assertEquals(14, stopped.texts(".row-head h2").size());
        cast.producer.opens("/DFW/servers?status=bogus").is(400);
        cast.producer.opens("/DFW/servers?marker=bogus").is(400);
    }

    @Test
    void the_choice_goes_on_page_by_page_and_keeps_what_was_searched() {
        for (int each = 0; each < 26; each++) {
            cast.image("pick & choose " + each);
        }
        HtmlPage first =
                cast.producer.opens("/DFW/servers/new?q=pick+%26+choose").is(200);
        assertEquals("pick & choose 25", first.texts(".row-head h2").get(0));
        HtmlPage second = first.follows("Next page").is(200);
        assertEquals(List.of("pick & choose 0"), second.texts(".row-head h2"));
        assertEquals("pick & choose", second.element("#q").val());
        cast.producer.opens("/DFW/servers/new?marker=bogus").is(400);
        cast.producer.opens("/DFW/servers/new?q=nothing+like+it").is(200).says("No image name contains that.");
    }

    @Test
    void the_choice_reminds_of_invitations_that_wait() {
        cast.pending("waiting");
        cast.consumer.opens("/DFW/servers/new").is(200).says("1 invitation is waiting for your decision");
        cast.stranger.opens("/DFW/servers/new").is(200).doesNotSay("for your decision");
    }

    @Test
    void an_observer_only_reads_a_creator_runs_and_an_admin_deletes() {
        String server = "/DFW/servers/" + cast.server(cast.creator, cast.image("ruled"), "ruled");
        HtmlPage observers = cast.observer.opens(server).is(200).says("ruled");
        assertFalse(observers.hasAction("Stop") || observers.hasAction("Delete…"));
        for (String verb : List.of("/stop", "/start")) {
            cast.observer.posts(server + verb).is(403).says("requires the creator role; yours is observer");
        }
        HtmlPage creators = cast.creator.opens(server).is(200);
        assertTrue(creators.hasAction("Stop"));
        assertFalse(creators.hasAction("Delete…"));
        for (var who : List.of(cast.observer, cast.creator)) {
            who.opens(server + "/deletion").is(403).says("requires the admin role");
            who.posts(server + "/deletion").is(403).says("requires the admin role");
        }
        cast.creator.posts(server + "/stop").is(200);
        assertTrue(cast.producer.opens(server).hasAction("Delete…"));
        cast.producer.opens("/account").says("start and stop servers", "delete images and servers");
    }

    private static String body(UUID image, String name) {
        return "{\"name\":\"" + name + "\",\"image\":\"" + image + "\",\"flavor\":\"small\"}";
    }
}
