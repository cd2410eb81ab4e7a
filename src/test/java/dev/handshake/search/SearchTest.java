package dev.handshake.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the search finds, and for whom. */
@PortalTest
@AlsoOnH2
class SearchTest {

    private final Cast cast = new Cast();

    @Test
    void an_image_is_found_by_its_sides_in_every_status_and_by_nobody_else() {
        UUID accepted = cast.accepted("needle accepted");
        UUID pending = cast.pending("needle pending");
        UUID rejected = cast.rejected("needle rejected");
        List<String> all = List.of("needle accepted", "needle pending", "needle rejected");
        for (TestUser reader : List.of(cast.producer, cast.observer, cast.consumer, cast.consumerObserver)) {
            assertEquals(all, images(reader, "/DFW", "NEEDLE"), reader.name);
        }
        for (UUID id : List.of(accepted, pending, rejected)) {
            assertEquals(1, images(cast.consumer, "/DFW", id.toString()).size());
            assertEquals(List.of(), images(cast.stranger, "/DFW", id.toString()));
        }
        assertEquals(List.of(), images(cast.stranger, "/DFW", "needle"));
        assertEquals(List.of(), images(cast.consumer, "/ORD", "needle"));
        assertEquals(List.of(), images(cast.producer, "/DFW", "%needle"));
    }

    private static List<String> images(TestUser reader, String region, String text) {
        return reader.opens(region + "/search?q=" + text.replace("%", "%25")).is(200).texts("#results a bdi").stream()
                .sorted()
                .toList();
    }

    @Test
    void an_account_is_found_by_number_and_by_ones_own_label() {
        UUID image = cast.pending("labelled");
        String number = cast.consumer.account;
        cast.producer
                .posts("/DFW/images/" + image + "/offers/" + number + "/label", "label", "Berlin_office")
                .is(200);
        HtmlPage byLabel = cast.observer.opens("/DFW/search?q=in_OFF").says("Offers to " + number + " Berlin_office");
        assertTrue(byLabel.follows("Offers to").url().endsWith("/DFW/offers?account=" + number));
        assertTrue(byLabel.follows("History with").url().endsWith("/DFW/history?account=" + number));
        cast.producer.opens("/DFW/search?q=" + number).says("Offers to " + number + " Berlin_office");
        // any number looks the same, and a label is nobody else's
        cast.stranger
                .opens("/DFW/search?q=" + number)
                .says("Offers to " + number)
                .doesNotSay("Berlin");
        cast.stranger.opens("/DFW/search?q=404404404").says("Offers to 404404404");
        cast.stranger.opens("/DFW/search?q=in_OFF").says("Nothing found");
        assertTrue(byLabel.follows("Invitations from").url().endsWith("/DFW/invitations?account=" + number));
    }

    @Test
    void pages_and_actions_are_found_by_their_titles_as_the_role_allows() {
        assertTrue(cast.creator.opens("/DFW/search").hasAction("Add image: upload"));
        assertFalse(cast.observer.opens("/DFW/search").hasAction("Add image: upload"));
        assertFalse(cast.producer.opens("/DFW/search").hasAction("Abuse reports"));
        cast.observer.opens("/DFW/search?q=costs").follows("Costs").is(200);
        cast.observer.opens("/DFW/search?q=ord").follows("Region ORD").is(200);
        for (String link : cast.creator.opens("/DFW/search").elements("#results a").stream()
                .map(each -> each.attr("href"))
                .toList()) {
            cast.creator.opens(link).is(200);
        }
    }

    @Test
    void whatever_is_typed_has_an_answer_of_three_queries() {
        cast.pending("one");
        for (String text : List.of("one", "", "%25%25", "%27%22%3C", "%00", "x".repeat(3_000), "1".repeat(300))) {
            assertTrue(
                    QueryCounter.count(() ->
                                    cast.producer.opens("/DFW/search?q=" + text).is(200))
                            <= 3,
                    text);
        }
        cast.producer.opens("/DFW/search?q=%3Cscript%3E").says("Nothing found").doesNotSay("<script>");
    }
}
