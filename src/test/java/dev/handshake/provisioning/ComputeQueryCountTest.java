package dev.handshake.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What pages of a region with a compute service ask of the database. */
@PortalTest
class ComputeQueryCountTest {

    private final ComputeCast cast = new ComputeCast();
    private final UUID image = cast.image("base");

    @Test
    void pages_cost_what_they_do_elsewhere_and_a_server_two_more() {
        UUID server = cast.server(image, "counted");
        cast.admin.opens("/account");
        cast.admin.opens("/HKG/servers");
        costs(3, "/HKG/servers/new?image=" + image);
        costs(10, "/HKG/servers/" + server);
        costs(2, "/HKG/servers/" + server + "/console");
    }

    /** Open pages ask whether servers changed, too. */
    @Test
    void a_change_at_the_compute_service_updates_open_pages() {
        UUID server = cast.server(image, "live");
        String later = "/HKG/changes?since=" + System.currentTimeMillis() + 1_000;
        assertFalse(cast.admin.opens(later).html().contains("true"));
        long before = System.currentTimeMillis();
        cast.nova.changes(
                UUID.fromString(cast.shows(server).path("compute").path("id").asText()), "status", "SHUTOFF");
        cast.awaitState(server, "stopped");
        assertTrue(cast.admin.opens("/HKG/changes?since=" + before).html().contains("true"));
        assertTrue(cast.admin.opens("/HKG/servers/" + server).html().contains("data-updates"));
    }

    private void costs(int queries, String path) {
        assertEquals(queries, QueryCounter.count(() -> cast.admin.opens(path).is(200)), path);
    }
}
