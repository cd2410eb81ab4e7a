package dev.handshake.imagesync;

import dev.handshake.glance.GlanceRegions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How old the copies of each region are. Read every second by the sweep, so that pages ask no query for it. */
@ApplicationScoped
@Named("sweepStatus")
public class SweepStatus {

    /** A call that failed once is no news. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** @param completeAt everything is at least as new; null before the first sweep has ended */
    private record Progress(Instant completeAt, Instant failingSince) {}

    private final Map<String, Progress> byRegion = new ConcurrentHashMap<>();
    private final Map<String, Long> waitingChanges = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Instant startedAt;

    SweepStatus(GlanceRegions regions, Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.startedAt = clock.instant();
        for (String region : regions.all()) {
            Gauge.builder("handshake.glance.lag", () -> lag(region))
                    .description("How old the copy of the Image service's images is")
                    .tag("region", region)
                    .baseUnit("seconds")
                    .register(meters);
            Gauge.builder("handshake.glance.changes.waiting", () -> waitingChanges.getOrDefault(region, 0L))
                    .description("Changes of members that the Image service has not made yet")
                    .tag("region", region)
                    .register(meters);
        }
    }

    void update(Collection<ImageSweep> sweeps) {
        sweeps.forEach(each -> byRegion.put(each.region, new Progress(each.completeAt, each.failingSince)));
    }

    void updateWaitingChanges(String region, long count) {
        waitingChanges.put(region, count);
    }

    private double lag(String region) {
        Progress progress = byRegion.get(region);
        Instant complete = progress == null || progress.completeAt == null ? startedAt : progress.completeAt;
        return Duration.between(complete, clock.instant()).toMillis() / 1_000.0;
    }

    /** Whether the images of the region were not yet read completely. */
    public boolean isFirst(String region) {
        Progress progress = byRegion.get(region);
        return progress != null && progress.completeAt == null;
    }

    /** Whether the images of the region were read completely once. */
    boolean isComplete(String region) {
        Progress progress = byRegion.get(region);
        return progress != null && progress.completeAt != null;
    }

    /** Since when the Image service has not answered; null if it does, or only missed a moment. */
    public Instant failingSince(String region) {
        Progress progress = byRegion.get(region);
        boolean isFailing = progress != null
                && progress.failingSince != null
                && progress.failingSince.plus(GRACE).isBefore(clock.instant());
        return isFailing ? progress.failingSince : null;
    }
}
