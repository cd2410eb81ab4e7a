package dev.handshake.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several dispatchers work on one outbox, as in several replicas. */
@PortalTest
@AlsoOnH2
class WebhookReplicasTest {

    private static final int EVENTS = 30;

    private final Cast cast = new Cast();

    @Inject
    WebhookConfig config;

    @Inject
    WebhookOutbox outbox;

    @Inject
    WebhookSender sender;

    @Inject
    ExecutorService threads;

    @Inject
    Event<WebhookAttempted> attempts;

    @Test
    void each_event_is_delivered_once() {
        Receiver receiver = Receiver.add(cast.producer, "ok");
        List<WebhookDispatcher> others = IntStream.range(0, 2)
                .mapToObj(each -> new WebhookDispatcher(config, outbox, sender, threads, attempts))
                .toList();
        QuarkusTransaction.requiringNew().run(this::createEvents);
        List<Map<String, String>> received = Eventually.get(
                () -> {
                    others.parallelStream().forEach(WebhookDispatcher::dispatch);
                    return receiver.requests();
                },
                requests -> requests.size() >= EVENTS);
        receiver.awaitPage("Delivered").doesNotSay("Pending");
        assertEquals(EVENTS, receiver.requests().size());
        assertEquals(
                EVENTS, received.stream().map(each -> each.get("id")).distinct().count());
    }

    private void createEvents() {
        String account = cast.producer.account;
        for (int each = 0; each < EVENTS; each++) {
            WebhookEvent.create("DFW", account, account, WebhookEventType.TEST, "{}", Instant.now())
                    .persist();
        }
    }
}
