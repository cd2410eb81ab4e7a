package dev.handshake.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;

/** What one request takes of the {@link HeapBudget}, until it is over. */
@RequestScoped
public class HeapLease {

    /** Less than this everybody may take. */
    private static final long UNMETERED_BYTES = 64 << 10;

    private final HeapBudget budget;
    private String account;
    private long bytes;

    HeapLease(HeapBudget budget) {
        this.budget = budget;
    }

    /**
     * Once in a request, before what is so large is loaded.
     *
     * @throws RefusedException where there is no room for it
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
