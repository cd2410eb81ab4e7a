package dev.handshake.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.compute.Nova;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people do at the compute service by other means appears here. */
@PortalTest
class ServerPollerTest {

    private final ComputeCast cast = new ComputeCast();
    private final UUID image = cast.image("base");

    /** The compute service reads the image: from then on the account's servers are followed. */
    private UUID startsElsewhere(String name) {
        UUID server = cast.nova.startsElsewhere(image, name);
        Nova.reads(cast.account, "/HKG/v2/images/" + image);
        Eventually.get(() -> cast.api().get("/HKG/v2/servers/" + server).status(), status -> status == 200);
        return server;
    }

    @Test
    void a_server_started_elsewhere_appears_and_can_be_used() {
        UUID server = startsElsewhere("cli\u202e <b>");
        JsonNode shown = cast.awaitState(server, "active");
        assertEquals("cli\u202e <b>", shown.path("name").asText());
        assertEquals("small", shown.path("flavor").path("name").asText());
        assertEquals(image.toString(), shown.path("image").path("id").asText());
        assertTrue(cast.admin.opens("/HKG/servers").html().contains("<bdi>cli\u202e &lt;b&gt;</bdi>"));
        cast.admin.opens("/HKG/servers/" + server).presses("Stop").is(200);
        cast.awaitState(server, "stopped");
    }

    @Test
    void changes_and_deletions_elsewhere_appear() {
        UUID server = startsElsewhere("changes");
        cast.awaitState(server, "active");
        cast.nova.changes(server, "status", "SHUTOFF");
        cast.awaitState(server, "stopped");
        assertTrue(cast.admin.opens("/HKG/servers/" + server).text().contains("stoppedthe compute service"));
        cast.nova.changes(server, "status", "RESCUE");
        Eventually.get(
                () -> cast.admin.opens("/HKG/servers/" + server).text(),
                text -> text.contains("The compute service calls its status RESCUE"));
        cast.nova.changes(server, "status", "SHELVED_OFFLOADED");
        cast.awaitState(server, "shelved");
        assertTrue(cast.admin.opens("/HKG/servers?status=shelved").text().contains("changes"));
        assertFalse(cast.admin.opens("/HKG/servers?status=stopped").text().contains("changes"));
        cast.nova.changes(server, "name", "renamed");
        Eventually.get(() -> cast.shows(server).path("name").asText(), "renamed"::equals);
        cast.nova.changes(server, "status", "DELETED");
        cast.awaitState(server, "deleted");
    }

    @Test
    void pages_of_many_are_read_to_the_end() {
        for (int each = 0; each < 130; each++) {
            cast.nova.startsElsewhere(image, "many-" + each);
        }
        startsElsewhere("last");
        assertEquals(
                131,
                Eventually.get(
                        () -> cast.api()
                                .get("/HKG/v2/servers?limit=1000")
                                .is(200)
                                .json()
                                .path("servers")
                                .size(),
                        count -> count == 131));
    }

    /** An account's user may put any tag on a server. */
    @Test
    void a_tag_takes_over_no_other_server() {
        UUID server = cast.server(image, "mine");
        String mine = cast.shows(server).path("compute").path("id").asText();
        UUID other = cast.nova.startsElsewhere(image, "other");
        cast.nova.tags(other, "handshake-" + server);
        Eventually.get(cast::list, list -> list.toString().contains(other.toString()));
        assertEquals(mine, cast.shows(server).path("compute").path("id").asText());
        assertEquals("mine", cast.shows(server).path("name").asText());
    }

    @Test
    void a_silent_compute_service_is_shown_and_nothing_is_lost() {
        UUID server = startsElsewhere("silent");
        cast.awaitState(server, "active");
        cast.nova.keepsFailing("GET /servers/detail", "503");
        Eventually.get(
                () -> cast.admin.opens("/HKG/servers/" + server).is(200).text(),
                text -> text.contains("The compute service has not answered since"));
        cast.nova.changes(server, "status", "SHUTOFF");
        cast.nova.heals();
        cast.awaitState(server, "stopped");
        assertFalse(cast.admin.opens("/HKG/servers/" + server).text().contains("has not answered since"));
    }
}
