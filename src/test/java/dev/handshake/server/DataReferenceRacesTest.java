package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.ConcurrentRequests.TimedResponse;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestEnvironment;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Data passed from an image to servers and snapshots while all of them are being deleted: it stays as long as anything
 * references it.
 */
@PortalTest
class DataReferenceRacesTest {

    private static final int EACH = 5;
    private static final int ROUNDS = TestEnvironment.isPostgres() ? 100 : 10;

    private final Cast cast = new Cast();
    private final ConcurrentRequests concurrentRequests = new ConcurrentRequests();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Inject
    StoreInspector inspector;

    @AfterEach
    void end() {
        concurrentRequests.close();
    }

    @Test
    void data_goes_with_the_last_that_has_it_and_not_before() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID image = cast.image("round-" + round);
            UUID data = inspector.dataKey(image);
            String server = "/DFW/servers/" + start(image);
            List<String> others = new ArrayList<>();
            for (int each = 0; each < EACH; each++) {
                others.add("/DFW/servers/" + start(image));
            }
            List<UUID> snapshots = snapshotWhileDeleting(image, server, others);
            assertEquals(!snapshots.isEmpty(), inspector.contains(data));
            snapshots.forEach(each -> owner.get("/v2/images/" + each + "/file").is(200));
            snapshots.forEach(each -> owner.delete("/v2/images/" + each).is(204));
            assertFalse(inspector.contains(data));
        }
    }

    /**
     * Takes snapshots while the server, its image and all other servers are deleted.
     *
     * @return the snapshots that succeeded
     */
    private List<UUID> snapshotWhileDeleting(UUID image, String server, List<String> others) throws Exception {
        List<UUID> wanted = new ArrayList<>();
        List<Callable<TimedResponse>> calls = new ArrayList<>();
        for (int each = 0; each < EACH; each++) {
            UUID id = UUID.randomUUID();
            wanted.add(id);
            calls.add(owner.timed(() -> owner.post(server + "/snapshots", body(id))));
        }
        calls.add(owner.timed(() -> owner.delete("/v2/images/" + image)));
        calls.add(owner.timed(() -> owner.delete(server)));
        others.forEach(each -> calls.add(owner.timed(() -> owner.delete(each))));
        List<TimedResponse> answers = concurrentRequests.sendAll(calls);
        answers.forEach(each -> assertTrue(List.of(201, 204, 409).contains(each.status()), each::toString));
        return wanted.stream()
                .filter(id -> answers.get(wanted.indexOf(id)).status() == 201)
                .toList();
    }

    private UUID start(UUID image) {
        return ApiClient.idOf(
                owner.post("/DFW/servers", "{\"name\":\"x\",\"image\":\"" + image + "\",\"flavor\":\"small\"}"));
    }

    private static String body(UUID id) {
        return "{\"id\":\"" + id + "\",\"data\":\"as-started\"}";
    }
}
