package dev.handshake.observability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Pings one dependency and remembers the result, so that health checks never wait. A single failure does not count: a
 * full pool or a broken connection is usually over at the next ping.
 */
class DependencyProbe implements Runnable {

    private static final Logger LOG = Logger.getLogger(DependencyProbe.class);
    private static final int FAILURE_THRESHOLD = 2;

    final Dependency dependency;
    private final Clock clock;
    private final Duration maxAge;
    private volatile Instant lastResultAt;
    private volatile String downReason = "It was not asked yet";
    private int failures;

    /** @param maxAge maximum age of a result; a ping that takes longer counts as failed */
    DependencyProbe(Dependency dependency, Clock clock, Duration maxAge) {
        this.dependency = dependency;
        this.clock = clock;
        this.maxAge = maxAge;
        this.lastResultAt = clock.instant();
    }

    boolean isUp() {
        return downReason == null && !isStale();
    }

    /** Why it is down, for operators; null if it is up. */
    String downReason() {
        return downReason == null && isStale() ? "It does not answer since " + lastResultAt : downReason;
    }

    private boolean isStale() {
        return clock.instant().isAfter(lastResultAt.plus(maxAge));
    }

    @Override
    public void run() {
        try {
            dependency.ping();
            onSuccess();
        } catch (Exception failure) {
            onFailure(failure);
        }
        lastResultAt = clock.instant();
    }

    private void onSuccess() {
        if (failures >= FAILURE_THRESHOLD) {
            LOG.infof("Dependency up: %s", dependency.name());
        }
        failures = 0;
        downReason = null;
    }

    private void onFailure(Exception failure) {
        failures++;
        if (failures == FAILURE_THRESHOLD) {
            LOG.warnf("Dependency down: %s. %s", dependency.name(), failure);
        }
        if (failures >= FAILURE_THRESHOLD || downReason != null) {
            downReason = failure.toString();
        }
    }
}
