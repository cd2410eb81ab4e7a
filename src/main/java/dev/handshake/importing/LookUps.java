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
class LookUps {

    static final int MOST = 32;

    private final Map<String, Integer> underWay = new HashMap<>();
    private final Executor threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "import-dns");
        thread.setDaemon(true);
        return thread;
    });

    /** @return what comes of it, or empty where too many are under way */
    <T> Optional<CompletableFuture<T>> begin(String account, Supplier<T> lookUp) {
        if (!take(account)) {
            return Optional.empty();
        }
        CompletableFuture<T> found = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                found.completeAsync(lookUp, Runnable::run);
            } finally {
                giveBack(account);
            }
        });
        return Optional.of(found);
    }

    private synchronized boolean take(String account) {
        int all = underWay.values().stream().mapToInt(Integer::intValue).sum();
        boolean isFree = all < MOST && underWay.getOrDefault(account, 0) < MOST / 2;
        if (isFree) {
            underWay.merge(account, 1, Integer::sum);
        }
        return isFree;
    }

    private synchronized void giveBack(String account) {
        underWay.computeIfPresent(account, (each, held) -> held == 1 ? null : held - 1);
    }
}
