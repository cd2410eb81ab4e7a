package dev.handshake.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A pool with two workers, and its shutdown. */
class WorkerPoolTest {

    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final WorkerPool<String> pool = new WorkerPool<>(2);
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<String> second = new CompletableFuture<>();

    @Test
    void a_place_is_free_again_when_its_work_has_ended() {
        CompletableFuture<String> result = pool.tryStart("first", () -> first).orElseThrow();
        pool.tryStart("second", () -> second);
        assertFalse(pool.hasRoom());
        assertEquals(Optional.empty(), pool.tryStart("third", () -> new CompletableFuture<String>()));
        assertEquals(Set.of("first", "second"), pool.active());
        first.complete("done");
        assertEquals("done", result.join());
        assertEquals(Set.of("second"), pool.active());
        assertTrue(pool.hasRoom());
    }

    @Test
    void work_that_fails_before_or_after_it_began_keeps_no_place() {
        CompletableFuture<String> broken =
                pool.tryStart("first", WorkerPoolTest::fail).orElseThrow();
        CompletableFuture<String> late = pool.tryStart("second", () -> second).orElseThrow();
        second.completeExceptionally(new IllegalStateException());
        assertTrue(broken.isCompletedExceptionally() && late.isCompletedExceptionally());
        assertEquals(Set.of(), pool.active());
    }

    @Test
    void who_waits_no_longer_for_a_result_leaves_the_place_to_its_work() {
        CompletableFuture<String> result = pool.tryStart("first", () -> first).orElseThrow();
        result.complete("not waited for");
        assertEquals(Set.of("first"), pool.active());
        first.complete("done");
        assertEquals(Set.of(), pool.active());
    }

    @Test
    void nothing_starts_once_it_stops_but_rounds_go_on() {
        pool.stopClaiming();
        assertEquals(Optional.empty(), pool.tryStart("first", () -> first));
        assertEquals(1, roundsRun());
    }

    @Test
    void it_ends_with_its_work_and_with_what_else_is_given() throws Exception {
        pool.tryStart("first", () -> first);
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> pool.awaitTermination(LONG, second));
        first.complete("done");
        Thread.sleep(MOMENT.toMillis());
        assertFalse(end.isDone());
        second.complete("done");
        end.get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertEquals(0, roundsRun());
    }

    @Test
    void it_ends_in_time_where_its_work_does_not() {
        pool.tryStart("first", () -> first);
        pool.awaitTermination(MOMENT);
        assertEquals(0, roundsRun());
    }

    @Test
    void it_ends_after_the_round_that_is_under_way() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        CompletableFuture<Void> round = CompletableFuture.runAsync(() -> pool.runRound(() -> {
            begun.countDown();
            await(go);
            ended.incrementAndGet();
        }));
        await(begun);
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> pool.awaitTermination(LONG));
        Thread.sleep(MOMENT.toMillis());
        assertFalse(end.isDone());
        go.countDown();
        end.get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertEquals(1, ended.get());
        round.join();
        assertEquals(0, roundsRun());
    }

    @Test
    void one_round_is_under_way_at_a_time() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CompletableFuture<?>[] rounds = new CompletableFuture<?>[8];
        for (int each = 0; each < rounds.length; each++) {
            rounds[each] = CompletableFuture.runAsync(() -> pool.runRound(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                LockSupport.parkNanos(1_000_000);
                inside.decrementAndGet();
            }));
        }
        CompletableFuture.allOf(rounds).join();
        assertEquals(1, most.get());
    }

    private int roundsRun() {
        AtomicInteger run = new AtomicInteger();
        pool.runRound(run::incrementAndGet);
        return run.get();
    }

    private static CompletableFuture<String> fail() {
        throw new IllegalStateException();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(LONG.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
