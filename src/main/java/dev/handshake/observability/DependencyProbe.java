package dev.handshake.observability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Asks one dependency, and remembers how that went, so that nobody who wants to know waits for it. One bad answer
 * counts for none: a full pool, or a connection that was cut, is over with the next question.
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

    /** @param maxAge how old an answer may be; one that is still awaited after that will not come */
    DependencyProbe(Dependency dependency, Clock clock, Duration maxAge) {
        this.dependency = dependency;
        this.clock = clock;
        this.maxAge = maxAge;
        this.lastResultAt = clock.instant();
    }

    boolean isUp() {
        return downReason == null && !isStale();
    }

    /** Why it is not there, for whoever runs the portal; or null. */
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
            LOG.infof("Back: the %s", dependency.name());
        }
        failures = 0;
        downReason = null;
    }

    private void onFailure(Exception failure) {
        failures++;
        if (failures == FAILURE_THRESHOLD) {
            LOG.warnf("Away: the %s. %s", dependency.name(), failure);
        }
        if (failures >= FAILURE_THRESHOLD || downReason != null) {
            downReason = failure.toString();
        }
    }
}
