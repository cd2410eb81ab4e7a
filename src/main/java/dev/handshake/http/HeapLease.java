package dev.handshake.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;

/** The part of the {@link HeapBudget} held by one request, released when the request ends. */
@RequestScoped
public class HeapLease {

    /** Smaller responses are not metered. */
    private static final long UNMETERED_BYTES = 64 << 10;

    private final HeapBudget budget;
    private String account;
    private long bytes;

    HeapLease(HeapBudget budget) {
        this.budget = budget;
    }

    /**
     * Called at most once per request, before the large data is loaded.
     *
     * @throws RefusedException if there is no room for it
     */
    public void acquire(String forAccount, long size) {
        if (size > UNMETERED_BYTES) {
            budget.acquire(forAccount, size);
            account = forAccount;
            bytes = size;
        }
    }

    @PreDestroy
    void release() {
        if (bytes > 0) {
            budget.release(account, bytes);
        }
    }
}
