package dev.handshake.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.compute.Nova;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Snapshots that the compute service is asked for, and sends as images. */
@PortalTest
class SnapshotArrivalTest {

    private static final String CALLS = "POST /servers/.*/action";

    private final ComputeCast cast = new ComputeCast();
    private final UUID image = cast.image("base");
    private final UUID server = cast.server(image, "saved");
    private final String page = "/HKG/servers/" + server;

    /** The compute service, for a user of the account. */
    private final ApiClient compute = new ApiClient(FakeKeystone.token(cast.account, "member"))
            .withHeader("X-Service-Token", FakeKeystone.token("55", "service"));

    @Test
    void a_snapshot_is_requested_once_and_belongs_to_the_server() {
        cast.nova.fails(CALLS, "hang after");
        cast.admin.opens(page).presses("Take snapshot", "name", "saved today").is(200);
        JsonNode sent = Eventually.get(() -> cast.nova.records().findValue("createImage"), each -> each != null);
        assertEquals("saved today", sent.path("name").asText());
        assertTrue(cast.admin.opens(page).text().contains("In progress: taking a snapshot"));
        UUID snapshot = arrives(sent.path("metadata").path("handshake_request").asText());
        cast.awaitState(server, "active");
        assertEquals(1, cast.nova.count(CALLS));
        assertTrue(cast.admin.opens(page).text().contains("saved today"));
        String shown = compute.get("/HKG/v2/images/" + snapshot).is(200).text();
        assertFalse(shown.contains("handshake_request"), shown);
    }

    @Test
    void the_api_answers_that_it_is_requested() {
        String request = "{\"id\": \"" + UUID.randomUUID() + "\", \"name\": \"by-api\"}";
        String snapshots = "/HKG/v2/servers/" + server + "/snapshots";
        JsonNode shown = cast.api().post(snapshots, request).is(202).json();
        assertEquals("snapshot", shown.path("compute").path("pending").asText());
        cast.api().post(snapshots, request).is(202);
        cast.api().post(snapshots, "{\"name\": \"another\"}").is(409);
        cast.awaitState(server, "active");
        assertEquals(1, cast.nova.count(CALLS));
    }

    private UUID arrives(String request) {
        String computeId = cast.shows(server).path("compute").path("id").asText();
        return ApiClient.idOf(compute.post(
                "/HKG/v2/images",
                Nova.json(Map.of(
                        "name",
                        "saved today",
                        "visibility",
                        "private",
                        "instance_uuid",
                        computeId,
                        "base_image_ref",
                        image.toString(),
                        "image_type",
                        "snapshot",
                        "handshake_request",
                        request))));
    }
}
