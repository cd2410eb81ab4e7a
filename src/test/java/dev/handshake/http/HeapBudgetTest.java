package dev.handshake.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One account can use at most half of the heap budget. */
class HeapBudgetTest {

    private final HeapBudget budget = new HeapBudget(100);

    @Test
    void an_account_gets_half_and_others_the_rest() {
        budget.acquire("one", 50);
        assertEquals(
                Reason.BUSY,
                assertThrows(RefusedException.class, () -> budget.acquire("one", 1))
                        .reason());
        budget.acquire("two", 50);
        assertEquals(
                Reason.BUSY,
                assertThrows(RefusedException.class, () -> budget.acquire("three", 1))
                        .reason());
        budget.release("one", 50);
        budget.acquire("one", 30);
        budget.acquire("three", 20);
    }

    @Test
    void who_waits_goes_on_when_there_is_room() {
        budget.acquire("one", 50);
        CompletableFuture.runAsync(
                () -> budget.release("one", 50), CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
        assertTimeout(Duration.ofSeconds(2), () -> budget.acquire("one", 50));
    }

    @Test
    void an_answer_that_is_too_large_goes_alone() {
        budget.acquire("one", 150);
        assertThrows(RefusedException.class, () -> budget.acquire("two", 1));
        budget.release("one", 150);
        budget.acquire("two", 100);
        assertThrows(RefusedException.class, () -> budget.acquire("two", 1));
    }
}
