package dev.handshake.importing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Look-ups of names, each in a thread of its own: the system's resolver cannot be interrupted, and who is tired of
 * waiting goes on without it. A look-up that nobody waits for any more still holds its thread, so that there are few;
 * and one account's imports hold half of them at the most.
 */
class DnsLookupExecutor {

    static final int MAX_CONCURRENT = 32;

    private final Map<String, Integer> runningByAccount = new HashMap<>();
    private final Executor threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "import-dns");
        thread.setDaemon(true);
        return thread;
    });

    /** @return what comes of it, or empty where too many are under way */
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
