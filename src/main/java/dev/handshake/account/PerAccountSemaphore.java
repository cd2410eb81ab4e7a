package dev.handshake.account;

import java.util.concurrent.ConcurrentHashMap;

/** A semaphore with {@code max} permits for each account. Thread-safe. */
class PerAccountSemaphore {

    private final int max;
    private final ConcurrentHashMap<String, Integer> held = new ConcurrentHashMap<>();

    PerAccountSemaphore(int max) {
        this.max = max;
    }

    /** @return false if the account already holds all its permits */
    boolean tryAcquire(String account) {
        boolean[] got = new boolean[1];
        held.compute(account, (key, count) -> {
            int before = count == null ? 0 : count;
            got[0] = before < max;
            return got[0] ? Integer.valueOf(before + 1) : count;
        });
        return got[0];
    }

    void release(String account) {
        held.computeIfPresent(account, (key, count) -> count == 1 ? null : count - 1);
    }
}
