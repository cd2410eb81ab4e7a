package dev.handshake.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.disk.DiskFiles;
import dev.handshake.image.Image;
import dev.handshake.server.Server;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestEnvironment;
import dev.handshake.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Of many concurrent additions exactly as many succeed as the quota allows; for the accounts of {@link QuotaFixture}.
 */
@PortalTest
class QuotaRaceTest {

    private static final int THREADS = 12;
    private static final int ROUNDS = TestEnvironment.isPostgres() ? 20 : 5;
    private static final byte[] HALF = DiskFiles.raw(512 << 10);
    private final Cast cast = new Cast();
    private final ConcurrentRequests concurrent = new ConcurrentRequests();

    @AfterEach
    void closeRequests() {
        concurrent.close();
    }

    @Test
    void of_many_images_at_once_exactly_as_many_as_allowed_are_made() throws Exception {
        ApiClient apiClient = ApiClient.forUser(QuotaFixture.user("8800002"));
        for (int round = 0; round < ROUNDS; round++) {
            QuotaFixture.deleteImages(apiClient);
            assertExactly(5, 201, each -> () -> apiClient.post("/v2/images", "{\"name\": \"raced\"}"), apiClient);
            assertEquals(5, Image.count("region = 'DFW' and owner = ?1", "8800002"));
        }
    }

    @Test
    void of_many_files_at_once_exactly_as_many_bytes_as_allowed_are_kept() throws Exception {
        ApiClient apiClient = ApiClient.forUser(QuotaFixture.user("8800003"));
        for (int round = 0; round < ROUNDS; round++) {
            QuotaFixture.deleteImages(apiClient);
            List<UUID> images = IntStream.range(0, 8)
                    .mapToObj(each -> apiClient.creates("raced"))
                    .toList();
            List<Callable<ConcurrentRequests.TimedResponse>> calls = new ArrayList<>();
            images.forEach(
                    image -> calls.add(apiClient.timed(() -> apiClient.put("/v2/images/" + image + "/file", HALF))));
            List<Integer> statuses = concurrent.sendAll(calls).stream()
                    .map(ConcurrentRequests.TimedResponse::status)
                    .sorted()
                    .toList();
            assertEquals(List.of(204, 204, 413, 413, 413, 413, 413, 413), statuses);
        }
        QuotaFixture.deleteImages(apiClient);
    }

    @Test
    void of_many_servers_at_once_exactly_as_many_as_allowed_start() throws Exception {
        TestUser owner = QuotaFixture.user("8800006");
        ApiClient apiClient = ApiClient.forUser(owner);
        UUID own = cast.image(owner, "own");
        UUID shared = cast.image("shared");
        cast.offers(shared, owner.account);
        for (int round = 0; round < ROUNDS; round++) {
            assertExactly(
                    3,
                    201,
                    each -> () -> apiClient.post(
                            "/DFW/servers",
                            "{\"name\": \"raced\", \"flavor\": \"small\", \"image\": \""
                                    + (each % 2 == 0 ? own : shared) + "\"}"),
                    apiClient);
            List<Server> made = Server.list("account = ?1 and deletedAt is null", owner.account);
            assertEquals(3, made.size());
            made.forEach(each -> apiClient.delete("/DFW/servers/" + each.id).is(204));
        }
    }

    private void assertExactly(
            int most, int made, Function<Integer, Callable<ApiClient.ApiResponse>> call, ApiClient apiClient)
            throws Exception {
        List<Callable<ConcurrentRequests.TimedResponse>> calls = IntStream.range(0, THREADS)
                .mapToObj(each -> apiClient.timed(call.apply(each)))
                .toList();
        List<Integer> statuses = concurrent.sendAll(calls).stream()
                .map(ConcurrentRequests.TimedResponse::status)
                .toList();
        assertEquals(most, statuses.stream().filter(each -> each == made).count(), statuses::toString);
        assertEquals(
                THREADS - most, statuses.stream().filter(each -> each == 413).count(), statuses::toString);
    }
}
