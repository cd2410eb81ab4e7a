package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.image.Image;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.PortalTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** An answer may take longer than the body of its request may: in tests 3 seconds. */
@PortalTest
class SlowAnswerTest {

    private final Cast cast = new Cast();

    /** Regression: the timeout for its body closed the connection of a request that was all there. */
    @Test
    void a_form_that_waits_for_the_database_is_answered() throws Exception {
        UUID image = cast.pending("held");
        CountDownLatch isHeld = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> hold(image, isHeld)));
        isHeld.await();
        List<String> headers = List.of(
                "Cookie: " + ConcurrentRequests.sessionCookies(cast.producer),
                "Content-Type: application/x-www-form-urlencoded");
        byte[] body = "name=held".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                303,
                RawHttp.send("POST", "/DFW/images/" + image + "/details", headers, body)
                        .status());
        other.join();
    }

    private static void hold(UUID image, CountDownLatch isHeld) {
        Image.findById(new Image.Key("DFW", image), LockModeType.PESSIMISTIC_WRITE);
        isHeld.countDown();
        try {
            Thread.sleep(4_000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
