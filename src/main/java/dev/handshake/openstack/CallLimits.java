package dev.handshake.openstack;

import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/**
 * Limits of the calls to a service.
 *
 * @param timeout the longest time of one call, including the sign-in at Keystone
 * @param maxConcurrent calls of this replica at a time; any other fails at once
 */
public record CallLimits(Duration timeout, int maxConcurrent) {

    private static final int BREAKER_VOLUME = 8;
    private static final double BREAKER_RATIO = 0.5;
    private static final Duration BREAKER_DELAY = Duration.ofSeconds(5);

    /** @param isOutage the failures after which the service is left alone for a while */
    Guard guard(String description, Predicate<Throwable> isOutage) {
        return Guard.create()
                .withDescription(description)
                .withBulkhead()
                .limit(maxConcurrent)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(BREAKER_VOLUME)
                .failureRatio(BREAKER_RATIO)
                .delay(BREAKER_DELAY.toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .when(isOutage)
                .done()
                .withTimeout()
                .duration(timeout.toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }
}
