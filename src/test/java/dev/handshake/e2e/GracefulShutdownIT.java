package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeMirror;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Graceful shutdown: requests are completed if possible, tasks are released, and nothing is cut off halfway. */
class GracefulShutdownIT {

    @Test
    void what_ends_in_time_is_answered_and_the_rest_can_be_begun_again() throws Exception {
        FakeMirror mirror = new FakeMirror();
        Map<String, String> settings = new HashMap<>(mirror.environment());
        settings.putAll(Map.of("QUARKUS_SHUTDOWN_DELAY", "1s", "QUARKUS_SHUTDOWN_TIMEOUT", "8s"));
        try (PackagedEnvironment packagedEnvironment = new PackagedEnvironment(settings);
                PackagedPortal portal = packagedEnvironment.startPortal()) {
            ApiClient owner = new ApiClient(packagedEnvironment.token("100200"));
            String images = portal.uri("/DFW/v2/images").toString();
            UUID brief = ApiClient.idOf(owner.post(images, "{}"));
            UUID endless = ApiClient.idOf(owner.post(images, "{}"));
            UUID fetched = ApiClient.idOf(owner.post(images, "{}"));
            startImport(owner, images + "/" + fetched, mirror.url("/slow/512000"));
            CompletableFuture<Integer> answered = startUpload(owner, images + "/" + brief, 4);
            CompletableFuture<Integer> refused = startUpload(owner, images + "/" + endless, 60);
            awaitStatus(owner, images + "/" + endless, "saving");
            awaitStatus(owner, images + "/" + brief, "saving");
            portal.terminate();
            assertEquals(204, answered.join(), "what ends in time is answered");
            assertTrue(refused.join() >= 400, "what does not is not taken for done");
            assertEquals(List.of(), portal.errorLines());
            portal.restart();
            assertEquals("active", status(owner, images + "/" + brief));
            assertEquals("queued", status(owner, images + "/" + endless));
            awaitStatus(owner, images + "/" + fetched, "active");
        } finally {
            mirror.close();
        }
    }

    private static void startImport(ApiClient owner, String image, String address) {
        String order = "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + address + "\"}}";
        owner.post(image + "/import", order).is(202);
    }

    /** @return the response status; 599 if the connection was cut */
    private static CompletableFuture<Integer> startUpload(ApiClient owner, String image, int seconds) {
        InputStream trickle = new LargeDiskInputStream(seconds * 40_960L) {
            @Override
            public int read(byte[] buffer, int from, int most) {
                waitAMoment();
                return super.read(buffer, from, Math.min(most, 4_000));
            }
        };
        return CompletableFuture.supplyAsync(() -> owner.send(
                                "PUT",
                                image + "/file",
                                BodyPublishers.ofInputStream(() -> trickle),
                                "Content-Type",
                                "application/octet-stream")
                        .status())
                .exceptionally(cutOff -> 599);
    }

    private static void waitAMoment() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitStatus(ApiClient owner, String image, String status) {
        Eventually.get(() -> status(owner, image), status::equals);
    }

    private static String status(ApiClient owner, String image) {
        return owner.get(image).is(200).json().path("status").asText();
    }
}
