package dev.handshake.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ChildProcess;
import dev.handshake.testing.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
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
        clock.advance(Duration.ofSeconds(25));
        assertTrue(probe.isUp());
        clock.advance(Duration.ofSeconds(1));
        assertFalse(probe.isUp());
        assertEquals("It does not answer since 2026-01-01T00:00:00Z", probe.downReason());
    }

    @Test
    void a_provider_that_nobody_reaches_is_away() throws IOException {
        Dependency nowhere = new IdentityProviderDependency("http://localhost:" + ChildProcess.freePort());
        assertThrows(IOException.class, nowhere::ping);
    }

    @Test
    void the_log_says_when_it_is_down_and_up_again() {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(ExtLogRecord.wrap(line).getFormattedMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(DependencyProbe.class.getName());
        log.addHandler(handler);
        try {
            for (boolean up : List.of(true, false, false, false, true, true)) {
                dependency.isUp = up;
                probe.run();
            }
        } finally {
            log.removeHandler(handler);
        }
        assertEquals(
                List.of("Dependency down: lighthouse. java.io.IOException: it is dark", "Dependency up: lighthouse"),
                lines);
    }
}
