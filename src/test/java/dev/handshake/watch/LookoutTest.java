package dev.handshake.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Running;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How a neighbour is watched. */
class LookoutTest {

    private static class Watched implements Neighbour {
        private boolean there = true;

        @Override
        public String name() {
            return "lighthouse";
        }

        @Override
        public void ask() throws IOException {
            if (!there) {
                throw new IOException("it is dark");
            }
        }
    }

    /** A clock that is put forward by hand. */
    private static class Hands extends Clock {
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

    private final Watched neighbour = new Watched();
    private final Hands clock = new Hands();
    private final Lookout lookout = new Lookout(neighbour, clock, Duration.ofSeconds(25));

    @Test
    void nobody_is_there_before_it_was_asked() {
        assertFalse(lookout.isThere());
        lookout.run();
        assertTrue(lookout.isThere());
        assertNull(lookout.trouble());
    }

    @Test
    void one_bad_answer_is_none_and_two_are() {
        lookout.run();
        neighbour.there = false;
        lookout.run();
        assertTrue(lookout.isThere());
        lookout.run();
        assertFalse(lookout.isThere());
        assertEquals("java.io.IOException: it is dark", lookout.trouble());
    }

    @Test
    void one_good_answer_brings_it_back() {
        neighbour.there = false;
        lookout.run();
        lookout.run();
        neighbour.there = true;
        lookout.run();
        assertTrue(lookout.isThere());
    }

    @Test
    void who_says_nothing_for_long_is_away() {
        lookout.run();
        clock.now = clock.now.plusSeconds(25);
        assertTrue(lookout.isThere());
        clock.now = clock.now.plusSeconds(1);
        assertFalse(lookout.isThere());
        assertEquals("It does not answer since 1970-01-01T00:00:00Z", lookout.trouble());
    }

    @Test
    void a_provider_that_nobody_reaches_is_away() throws IOException {
        Neighbour nowhere = new ProviderNeighbour("http://localhost:" + Running.freePort());
        assertThrows(IOException.class, nowhere::ask);
    }
}
