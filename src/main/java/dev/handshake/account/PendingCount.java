package dev.handshake.account;

import dev.handshake.paging.CappedCounts;

/**
 * Something that waits for the people of an account. {@link PendingCounts} counts all of it in one query, for the head
 * of pages.
 */
public interface PendingCount {

    /** By which pages ask for it. */
    String kind();

    /** What waits for {@code account} in {@code region}. */
    CappedCounts.CountQuery query(String account, String region);
}
