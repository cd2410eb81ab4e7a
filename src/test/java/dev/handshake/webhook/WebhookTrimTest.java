package dev.handshake.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Deliveries are dropped while somebody else changes their webhook. */
@PortalTest
@AlsoOnH2
class WebhookTrimTest {

    private final Cast cast = new Cast();

    @Inject
    WebhookConfig config;

    @Test
    void dropping_deliveries_takes_back_nothing_that_was_changed_meanwhile() {
        UUID id = UUID.fromString(Receiver.add(cast.producer, "broken").path().replaceAll(".*/", ""));
        QuarkusTransaction.requiringNew()
                .run(() -> fill(WebhookQueries.lock("DFW", id).orElseThrow()));
        String next = WebhookSecret.generate();
        QuarkusTransaction.requiringNew().run(() -> {
            Webhook locked = WebhookQueries.lock("DFW", id).orElseThrow();
            QuarkusTransaction.requiringNew().run(this::event);
            waitForTheDispatcher();
            locked.replaceSecret(next, Instant.now());
        });
        Eventually.isTrue(() -> load(id).dropped > 0);
        assertEquals(List.of(next), load(id).secrets(Instant.now().plus(Duration.ofDays(2))));
    }

    /** Up to the number that is kept; none is due while the test runs. */
    private void fill(Webhook webhook) {
        Instant later = Instant.now().plus(Duration.ofHours(1));
        for (int each = 0; each < config.maxDeliveries(); each++) {
            WebhookDelivery.create(
                            webhook,
                            WebhookEventType.TEST,
                            "{}",
                            Instant.now().minusSeconds(60),
                            later,
                            Duration.ofDays(1))
                    .persist();
        }
    }

    private void event() {
        String account = cast.producer.account;
        WebhookEvent.create("DFW", account, account, WebhookEventType.TEST, "{}", Instant.now())
                .persist();
    }

    /** Until it has read the webhook and waits for its row. */
    private static void waitForTheDispatcher() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static Webhook load(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Webhook.<Webhook>find("id", id).firstResult());
    }
}
