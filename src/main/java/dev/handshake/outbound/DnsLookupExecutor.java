package dev.handshake.outbound;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Runs DNS lookups in separate threads, since the system resolver cannot be interrupted: a request that times out
 * continues without it. An abandoned lookup still occupies its thread, so their number is limited, and one account's
 * requests use at most half of them.
 */
class DnsLookupExecutor {

    static final int MAX_CONCURRENT = 32;

    private final Map<String, Integer> runningByAccount = new HashMap<>();
    private final Executor threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "outbound-dns");
        thread.setDaemon(true);
        return thread;
    });

    /** @return the result, or empty if too many lookups are running */
    <T> Optional<CompletableFuture<T>> submit(String account, Supplier<T> lookUp) {
        if (!tryAcquire(account)) {
            return Optional.empty();
        }
        CompletableFuture<T> found = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                found.completeAsync(lookUp, Runnable::run);
            } finally {
                release(account);
            }
        });
        return Optional.of(found);
    }

    private synchronized boolean tryAcquire(String account) {
        int all = runningByAccount.values().stream().mapToInt(Integer::intValue).sum();
        boolean isFree = all < MAX_CONCURRENT && runningByAccount.getOrDefault(account, 0) < MAX_CONCURRENT / 2;
        if (isFree) {
            runningByAccount.merge(account, 1, Integer::sum);
        }
        return isFree;
    }

    private synchronized void release(String account) {
        runningByAccount.computeIfPresent(account, (each, held) -> held == 1 ? null : held - 1);
    }
}
