package dev.handshake.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;

/** What one request takes of the {@link HeapBudget}, until it is over. */
@RequestScoped
public class HeapLease {

    /** Less than this everybody may take. */
    private static final long FREE = 64 << 10;

    private final HeapBudget budget;
    private String account;
    private long bytes;

    HeapLease(HeapBudget budget) {
        this.budget = budget;
    }

    /**
     * Once in a request, before what is so large is loaded.
     *
     * @throws Refused where there is no room for it
     */
    public void take(String forAccount, long size) {
        if (size > FREE) {
            budget.take(forAccount, size);
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
