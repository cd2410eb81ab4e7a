package dev.handshake.watch;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.HistoryEntry;
import dev.handshake.region.Regions;
import dev.handshake.sharing.InvitationAnswered;
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
 * Counts what people do with each other's images, once it is done. No number here is about an account or an image: what
 * counts are split by has few values, known from the start, so that each is there with 0 before anything happened.
 */
@Startup
@ApplicationScoped
class Counts {

    private static final Duration[] WAITS = {
        Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30)
    };

    private final MeterRegistry meters;

    Counts(MeterRegistry meters, Regions regions) {
        this.meters = meters;
        regions.all().forEach(this::begin);
        Stream.of(Reason.values()).forEach(this::refusals);
    }

    private void begin(String region) {
        Arrays.stream(Deed.values()).forEach(deed -> deeds(deed, region));
        waits(region);
    }

    void happened(@Observes(during = TransactionPhase.AFTER_SUCCESS) HistoryEntry line) {
        Deed.of(line).ifPresent(deed -> deeds(deed, line.region).increment());
    }

    void answered(@Observes(during = TransactionPhase.AFTER_SUCCESS) InvitationAnswered answer) {
        waits(answer.region()).record(answer.waitingTime());
    }

    void refused(@Observes RefusedException no) {
        refusals(no.reason()).increment();
    }

    private Counter deeds(Deed deed, String region) {
        Counter.Builder counter = Counter.builder(deed.counter()).tag("region", region);
        return (deed.status() == null ? counter : counter.tag("status", deed.status())).register(meters);
    }

    private Timer waits(String region) {
        return Timer.builder("handshake.time.to.decision")
                .description("From an offer to the first decision on it")
                .tag("region", region)
                .serviceLevelObjectives(WAITS)
                .register(meters);
    }

    private Counter refusals(Reason reason) {
        return Counter.builder("handshake.refusals")
                .description("What the portal said no to")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
