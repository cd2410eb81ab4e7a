package dev.handshake.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The clock of dev mode, set back while {@link DemoData} creates past events. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoClock {

    private volatile Duration offset = Duration.ZERO;

    void setBack(Duration by) {
        offset = by;
    }

    @Produces
    @ApplicationScoped
    @Alternative
    @Priority(1)
    @IfBuildProfile("dev")
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.now(Clock.systemUTC()).minus(offset).truncatedTo(ChronoUnit.MICROS);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
