package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Mirror;
import dev.handshake.Patience;
import dev.handshake.Script;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * A portal that is asked to end: what can be finished is, what cannot is given back, and nothing is broken off midway.
 */
class DrainIT {

    @Test
    void what_ends_in_time_is_answered_and_the_rest_can_be_begun_again() throws Exception {
        Mirror mirror = new Mirror();
        Map<String, String> settings = new HashMap<>(mirror.environment());
        settings.putAll(Map.of("QUARKUS_SHUTDOWN_DELAY", "1S", "QUARKUS_SHUTDOWN_TIMEOUT", "8S"));
        try (Site site = new Site(settings);
                PackagedPortal portal = site.portal()) {
            Script owner = new Script(site.token("100200"));
            String images = portal.at("/DFW/v2/images").toString();
            UUID brief = Script.id(owner.post(images, "{}"));
            UUID endless = Script.id(owner.post(images, "{}"));
            UUID fetched = Script.id(owner.post(images, "{}"));
            fetch(owner, images + "/" + fetched, mirror.address("/slow/512000"));
            CompletableFuture<Integer> answered = upload(owner, images + "/" + brief, 4);
            CompletableFuture<Integer> refused = upload(owner, images + "/" + endless, 60);
            awaitStatus(owner, images + "/" + endless, "saving");
            awaitStatus(owner, images + "/" + brief, "saving");
            portal.end();
            assertEquals(204, answered.join(), "what ends in time is answered");
            assertTrue(refused.join() >= 400, "what does not is not taken for done");
            assertEquals(List.of(), portal.troubles());
            portal.startAgain();
            assertEquals("active", status(owner, images + "/" + brief));
            assertEquals("queued", status(owner, images + "/" + endless));
            awaitStatus(owner, images + "/" + fetched, "active");
        } finally {
            mirror.close();
        }
    }

    private static void fetch(Script owner, String image, String address) {
        String order = "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + address + "\"}}";
        owner.post(image + "/import", order).is(202);
    }

    /** @return the status that answers it; 599 where it was cut off */
    private static CompletableFuture<Integer> upload(Script owner, String image, int seconds) {
        InputStream trickle = new LargeDisk(seconds * 40_960L) {
            @Override
            public int read(byte[] buffer, int from, int most) {
                pause();
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

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitStatus(Script owner, String image, String status) {
        Patience.until(() -> status(owner, image), status::equals);
    }

    private static String status(Script owner, String image) {
        return owner.get(image).is(200).json().path("status").asText();
    }
}
