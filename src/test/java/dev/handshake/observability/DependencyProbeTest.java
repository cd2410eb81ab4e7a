package dev.handshake.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ChildProcess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Probing a dependency. */
class DependencyProbeTest {

    private static class SwitchableDependency implements Dependency {
        private boolean isUp = true;

        @Override
        public String name() {
            return "lighthouse";
        }

        @Override
        public void ping() throws IOException {
            if (!isUp) {
                throw new IOException("it is dark");
            }
        }
    }

    /** A clock advanced by the test. */
    private static class ManualClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final SwitchableDependency dependency = new SwitchableDependency();
    private final ManualClock clock = new ManualClock();
    private final DependencyProbe probe = new DependencyProbe(dependency, clock, Duration.ofSeconds(25));

    @Test
    void nobody_is_there_before_it_was_asked() {
        assertFalse(probe.isUp());
        probe.run();
        assertTrue(probe.isUp());
        assertNull(probe.downReason());
    }

    @Test
    void one_bad_answer_is_none_and_two_are() {
        probe.run();
        dependency.isUp = false;
        probe.run();
        assertTrue(probe.isUp());
        probe.run();
        assertFalse(probe.isUp());
        assertEquals("java.io.IOException: it is dark", probe.downReason());
    }

    @Test
    void one_good_answer_brings_it_back() {
        dependency.isUp = false;
        probe.run();
        probe.run();
        dependency.isUp = true;
        probe.run();
        assertTrue(probe.isUp());
    }

    @Test
    void who_says_nothing_for_long_is_away() {
        probe.run();
        clock.now = clock.now.plusSeconds(25);
        assertTrue(probe.isUp());
        clock.now = clock.now.plusSeconds(1);
        assertFalse(probe.isUp());
        assertEquals("It does not answer since 1970-01-01T00:00:00Z", probe.downReason());
    }

    @Test
    void a_provider_that_nobody_reaches_is_away() throws IOException {
        Dependency nowhere = new IdentityProviderDependency("http://localhost:" + ChildProcess.freePort());
        assertThrows(IOException.class, nowhere::ping);
    }
}
