package dev.handshake.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.security.LogCapture;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.PortalTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Retries, and receivers that misbehave. */
@PortalTest
@AlsoOnH2
class WebhookDeliveryTest {

    private final Cast cast = new Cast();

    @Inject
    WebhookOutbox outbox;

    @Test
    void a_delivery_is_signed_with_the_current_secret_and_for_a_day_with_the_one_before() {
        Receiver receiver = Receiver.add(cast.producer, "ok");
        receiver.page().presses("Send test event").is(200);
        Map<String, String> first = receiver.awaitRequests(1).get(0);
        assertEquals(sign(receiver.secret(), first), first.get("signature"));
        assertTrue(first.get("type").startsWith("application/json"));
        receiver.awaitPage("answered 204").says("webhook.test", "Delivered");
        String next = Receiver.secretOn(receiver.replacesSecret());
        receiver.page().presses("Send test event").is(200);
        Map<String, String> second = receiver.awaitRequests(2).get(1);
        assertEquals(sign(next, second) + " " + sign(receiver.secret(), second), second.get("signature"));
        assertNotEquals(first.get("id"), second.get("id"));
    }

    private static String sign(String secret, Map<String, String> request) {
        return WebhookSecret.sign(
                secret, request.get("id"), Long.parseLong(request.get("timestamp")), request.get("body"));
    }

    @Test
    void what_fails_is_sent_again_and_what_arrived_when_asked_for_with_the_same_id() {
        Receiver receiver = Receiver.add(cast.producer, "second");
        receiver.page().presses("Send test event").is(200);
        List<Map<String, String>> requests = receiver.awaitRequests(2);
        assertEquals(requests.get(0).get("id"), requests.get(1).get("id"));
        receiver.awaitPage("Delivered").presses("Resend").is(200).says("The delivery is sent again");
        Map<String, String> again = receiver.awaitRequests(3).get(2);
        assertEquals(requests.get(0).get("id"), again.get("id"));
        assertEquals(requests.get(0).get("body"), again.get("body"));
    }

    @Test
    void a_silent_receiver_is_cut_off_and_delays_nobody_elses() {
        IntStream.range(0, 5)
                .forEach(each -> Receiver.add(cast.producer, "silent")
                        .page()
                        .presses("Send test event")
                        .is(200));
        Receiver other = Receiver.add(cast.consumer, "ok");
        other.page().presses("Send test event").is(200);
        Instant asked = Instant.now();
        other.awaitRequests(1);
        assertTrue(Duration.between(asked, Instant.now()).toMillis() < 8_000);
        String silent = cast.producer.opens("/DFW/webhooks").element("tbody a").absUrl("href");
        Eventually.isTrue(() -> cast.producer.opens(silent).text().contains("No response within 2 seconds."));
    }

    @Test
    void an_endless_answer_is_not_read_and_a_redirect_is_not_followed() {
        int before = FakeMirror.internalRequestCount();
        Receiver huge = Receiver.add(cast.producer, "huge");
        huge.page().presses("Send test event").is(200);
        huge.awaitPage("answered 200").says("Delivered");
        Receiver moved = Receiver.add(cast.producer, "redirect?" + FakeMirror.internalUrl("127.0.0.1"));
        try (LogCapture log = new LogCapture()) {
            moved.page().presses("Send test event").is(200);
            moved.awaitPage("answered 307").says("Pending");
            String written = Eventually.get(log::text, text -> text.contains("answered 307"));
            assertEquals(-1, written.indexOf(moved.box()), written);
            assertEquals(-1, written.indexOf("whsec_"), written);
        }
        assertEquals(before, FakeMirror.internalRequestCount());
    }

    @Test
    void of_several_replicas_one_claims_a_delivery() {
        Receiver receiver = Receiver.add(cast.producer, "broken");
        receiver.page().presses("Send test event").is(200);
        receiver.awaitPage("answered 500");
        WebhookTarget target = new WebhookTarget("DFW", id(receiver), cast.producer.account);
        for (int round = 0; round < 10; round++) {
            makeDue(receiver);
            List<CompletableFuture<Optional<WebhookAttempt>>> replicas = IntStream.range(0, 4)
                    .mapToObj(each -> CompletableFuture.supplyAsync(() -> outbox.claim(target)))
                    .toList();
            long claimed =
                    replicas.stream().flatMap(each -> each.join().stream()).count();
            assertTrue(claimed <= 1, claimed + " claimed it"); // none if the portal's own dispatcher was faster
        }
    }

    private static void makeDue(Receiver receiver) {
        QuarkusTransaction.requiringNew().run(() -> {
            Webhook.update("lease.holder = null, lease.until = ?1 where id = ?2", Instant.EPOCH, id(receiver));
            WebhookDelivery.update("dueAt = ?1 where webhook = ?2", Instant.EPOCH, id(receiver));
        });
    }

    @Test
    void a_replica_that_lost_its_attempt_records_nothing() {
        Receiver receiver = Receiver.add(cast.producer, "broken");
        receiver.page().presses("Send test event").is(200);
        receiver.awaitPage("answered 500");
        WebhookDelivery delivery = deliveries(receiver).get(0);
        WebhookAttempt lost = new WebhookAttempt(
                UUID.randomUUID(),
                new WebhookTarget("DFW", id(receiver), cast.producer.account),
                delivery.id,
                "",
                "",
                "",
                List.of());
        outbox.record(lost, new WebhookOutcome(204, null, 1));
        receiver.page().doesNotSay("answered 204");
    }

    @Test
    void a_receiver_that_only_fails_is_switched_off_and_an_admin_switches_it_on() {
        Receiver receiver = Receiver.add(cast.producer, "broken");
        receiver.page().presses("Send test event").is(200);
        receiver.awaitPage("answered 500");
        QuarkusTransaction.requiringNew()
                .run(() -> Webhook.update(
                        "failingSince = ?1 where id = ?2", Instant.now().minus(Duration.ofDays(6)), id(receiver)));
        receiver.awaitPage("This webhook was switched off").says("Failed");
        cast.producer.opens("/DFW/notifications").says("was switched off, because nothing could be delivered for days");
        cast.producer.posts(receiver.path() + "/tests").is(409).says("Switch it on first");
        cast.observer.posts(receiver.path() + "/activation").is(403);
        receiver.page()
                .presses("Switch on")
                .is(200)
                .says("The webhook is switched on")
                .doesNotSay("was switched off,");
    }

    @Test
    void the_oldest_deliveries_are_dropped() {
        Receiver receiver = Receiver.add(cast.producer, "broken");
        IntStream.range(0, 63).forEach(each -> receiver.owner().posts(receiver.path() + "/tests"));
        Eventually.isTrue(() -> deliveries(receiver).size() == 60);
        receiver.page().says("At most 60 deliveries are kept", "3 were removed before they were delivered");
        assertEquals(50, receiver.page().elements("#deliveries tbody tr").size());
    }

    @Test
    void what_is_old_is_deleted() {
        Receiver receiver = Receiver.add(cast.producer, "ok");
        receiver.page().presses("Send test event").is(200);
        receiver.awaitPage("Delivered");
        QuarkusTransaction.requiringNew()
                .run(() -> WebhookDelivery.update(
                        "createdAt = ?1 where webhook = ?2", Instant.now().minus(Duration.ofDays(31)), id(receiver)));
        outbox.deleteExpired();
        assertEquals(List.of(), deliveries(receiver));
    }

    private static UUID id(Receiver receiver) {
        return UUID.fromString(receiver.path().replaceAll(".*/", ""));
    }

    private static List<WebhookDelivery> deliveries(Receiver receiver) {
        return QuarkusTransaction.requiringNew()
                .call(() -> WebhookDelivery.list("region = ?1 and webhook = ?2", "DFW", id(receiver)));
    }
}
