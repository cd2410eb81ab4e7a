package dev.handshake.glance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many notifications of one image are one reading, that begins after the last of them. */
@Timeout(60)
class PendingReadingsTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final PendingReadings readings = new PendingReadings(TimeUnit.MILLISECONDS.toNanos(200));

    private PendingReadings.Reading take() throws InterruptedException {
        return readings.take().orElseThrow();
    }

    @Test
    void notifications_of_an_image_are_one_reading() throws Exception {
        readings.add(ONE, 1);
        readings.add(OTHER, 2);
        readings.add(ONE, 3);
        assertEquals(new PendingReadings.Reading(ONE, List.of(1L, 3L), 0), take());
        assertEquals(new PendingReadings.Reading(OTHER, List.of(2L), 0), take());
    }

    @Test
    void what_comes_during_a_reading_is_another_one() throws Exception {
        readings.add(ONE, 1);
        take();
        readings.add(ONE, 2);
        assertEquals(new PendingReadings.Reading(ONE, List.of(2L), 0), take());
    }

    @Test
    void a_failed_reading_is_made_again_after_the_others_with_what_came_meanwhile() throws Exception {
        readings.add(ONE, 1);
        PendingReadings.Reading failed = take();
        readings.add(ONE, 2);
        readings.add(OTHER, 3);
        long before = System.nanoTime();
        readings.retry(failed);
        assertEquals(OTHER, take().image());
        assertEquals(new PendingReadings.Reading(ONE, List.of(1L, 2L), 1), take());
        assertTrue(System.nanoTime() - before >= TimeUnit.MILLISECONDS.toNanos(200));
    }

    @Test
    void attempts_end() {
        assertFalse(new PendingReadings.Reading(ONE, List.of(), PendingReadings.MAX_ATTEMPTS - 2).isLastAttempt());
        assertTrue(new PendingReadings.Reading(ONE, List.of(), PendingReadings.MAX_ATTEMPTS - 1).isLastAttempt());
    }

    @Test
    void who_waits_is_told_the_end() throws Exception {
        CompletableFuture<Optional<PendingReadings.Reading>> taken = CompletableFuture.supplyAsync(() -> {
            try {
                return readings.take();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        readings.close();
        assertEquals(Optional.empty(), taken.get());
        readings.add(ONE, 1);
        assertEquals(Optional.empty(), readings.take());
    }
}
