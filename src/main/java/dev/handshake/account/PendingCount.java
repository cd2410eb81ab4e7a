package dev.handshake.account;

import dev.handshake.paging.CappedCounts;

/**
 * A kind of item waiting for the users of an account. {@link PendingCounts} counts all kinds in one query for the page
 * header.
 */
public interface PendingCount {

    /** The name used by templates. */
    String kind();

    /** Whether the user sees this count. */
    default boolean isFor(User user) {
        return true;
    }

    /** Counts the items of {@code account} in {@code region}. */
    CappedCounts.CountQuery query(String account, String region);
}
