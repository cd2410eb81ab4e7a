package dev.handshake.lease;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A bounded set of concurrent work on one replica, claimed in rounds that never overlap. It owns no threads.
 *
 * @param <W> identifies a piece of work
 */
public class WorkerPool<W> {

    private final int maxConcurrent;
    private final Map<W, CompletableFuture<Void>> active = new ConcurrentHashMap<>();
    private final ReentrantLock round = new ReentrantLock();
    private volatile boolean stopping;
    private volatile boolean terminated;

    public WorkerPool(int maxConcurrent) {
        this.maxConcurrent = maxConcurrent;
    }

    /** Runs {@code work} after the current round; does nothing once the pool has terminated. */
    public void runRound(Runnable work) {
        round.lock();
        try {
            if (!terminated) {
                work.run();
            }
        } finally {
            round.unlock();
        }
    }

    /**
     * Whether more work may be claimed. Within a round, the answer changes only when work is started or the pool stops.
     */
    public boolean hasRoom() {
        return !stopping && active.size() < maxConcurrent;
    }

    public Set<W> active() {
        return Set.copyOf(active.keySet());
    }

    /**
     * Starts {@code work} if there is room.
     *
     * @return its result, completed after its slot was freed; empty if nothing was started
     */
    public <R> Optional<CompletableFuture<R>> tryStart(W work, Supplier<CompletableFuture<R>> start) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        if (!reserve(work, ended)) {
            return Optional.empty();
        }
        CompletableFuture<R> result = call(start).whenComplete((done, failure) -> {
            active.remove(work);
            ended.complete(null);
        });
        return Optional.of(result.copy()); // a copy, so that canceling or timing it out does not free the slot
    }

    private synchronized boolean reserve(W work, CompletableFuture<Void> ended) {
        if (!hasRoom()) {
            return false;
        }
        active.put(work, ended);
        return true;
    }

    private static <R> CompletableFuture<R> call(Supplier<CompletableFuture<R>> start) {
        try {
            return start.get();
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    /** Stops starting work. */
    public synchronized void stopClaiming() {
        stopping = true;
    }

    /**
     * Stops claiming, waits for active work to end, then for the current round. No round starts afterwards.
     *
     * @param longest timeout of each of the two waits
     * @param others waited for like active work
     */
    public void awaitTermination(Duration longest, CompletableFuture<?>... others) {
        stopClaiming();
        CompletableFuture.allOf(Stream.concat(active.values().stream(), Stream.of(others))
                        .toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        boolean isBetweenRounds = false;
        try {
            isBetweenRounds = round.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        terminated = true;
        if (isBetweenRounds) {
            round.unlock();
        }
    }
}
