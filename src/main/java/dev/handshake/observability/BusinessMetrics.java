package dev.handshake.observability;

import dev.handshake.error.Reason;
import dev.handshake.http.RequestRefused;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryRecorded;
import dev.handshake.region.Regions;
import dev.handshake.sharing.InvitationService.InvitationAnswered;
import dev.handshake.webhook.WebhookAttempted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Counts what accounts do with shared images, after commit. No metric identifies an account or image. Tags have few
 * values, all known at startup, so that each counter exists with 0 from the beginning.
 */
@Startup
@ApplicationScoped
class BusinessMetrics {

    private static final Duration[] DECISION_TIME_BUCKETS = {
        Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30)
    };

    private final MeterRegistry meters;

    BusinessMetrics(MeterRegistry meters, Regions regions) {
        this.meters = meters;
        regions.all().forEach(this::register);
        Stream.of(Reason.values()).forEach(this::refusalCounter);
        Stream.of(true, false).forEach(this::webhookCounter);
    }

    private void register(String region) {
        Arrays.stream(CountedEvent.values()).forEach(countedEvent -> eventCounter(countedEvent, region));
        decisionTimer(region);
    }

    void onHistoryRecorded(@Observes(during = TransactionPhase.AFTER_SUCCESS) HistoryRecorded event) {
        HistoryEntry line = event.entry();
        CountedEvent.from(line)
                .ifPresent(
                        countedEvent -> eventCounter(countedEvent, line.region).increment());
    }

    void onInvitationAnswered(@Observes(during = TransactionPhase.AFTER_SUCCESS) InvitationAnswered answer) {
        decisionTimer(answer.region()).record(answer.waitingTime());
    }

    void onRequestRefused(@Observes RequestRefused refused) {
        refusalCounter(refused.reason()).increment();
    }

    void onWebhookAttempted(@Observes WebhookAttempted attempted) {
        webhookCounter(attempted.isDelivered()).increment();
    }

    private Counter webhookCounter(boolean isDelivered) {
        return Counter.builder("handshake.webhook.attempts")
                .description("Attempts to deliver an event to a webhook")
                .tag("status", isDelivered ? "delivered" : "failed")
                .register(meters);
    }

    private Counter eventCounter(CountedEvent countedEvent, String region) {
        Counter.Builder counter = Counter.builder(countedEvent.counter()).tag("region", region);
        return (countedEvent.status() == null ? counter : counter.tag("status", countedEvent.status()))
                .register(meters);
    }

    private Timer decisionTimer(String region) {
        return Timer.builder("handshake.time.to.decision")
                .description("From an offer to the first decision on it")
                .tag("region", region)
                .serviceLevelObjectives(DECISION_TIME_BUCKETS)
                .register(meters);
    }

    private Counter refusalCounter(Reason reason) {
        return Counter.builder("handshake.refusals")
                .description("What the portal said no to")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
