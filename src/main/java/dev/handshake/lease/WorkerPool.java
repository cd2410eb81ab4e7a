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
 * What one replica works at: a few at once, claimed in rounds of which one is under way at a time. It owns no threads.
 *
 * @param <W> what tells one piece of work from another
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

    /** Waits for the round that is under way; does nothing once this pool has ended. */
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

    /** Whether more may be claimed. In a round it stays so until something is started or this pool stops. */
    public boolean hasRoom() {
        return !stopping && active.size() < maxConcurrent;
    }

    public Set<W> active() {
        return Set.copyOf(active.keySet());
    }

    /**
     * Starts {@code work} where there is room for it.
     *
     * @return its result, given once its place is free again; empty where nothing was started
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
        return Optional.of(result.copy()); // whoever waits no longer for the copy leaves the place as it is
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

    /** Nothing more is started. */
    public synchronized void stopClaiming() {
        stopping = true;
    }

    /**
     * Stops claiming and waits until what is active has ended, and then for the round under way; no round begins after
     * it.
     *
     * @param longest for each of both
     * @param others that are waited for like what is active
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
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        terminated = true;
        if (isBetweenRounds) {
            round.unlock();
        }
    }
}
