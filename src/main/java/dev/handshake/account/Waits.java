package dev.handshake.account;

import dev.handshake.web.Tally;

/**
 * Something that waits for the people of an account. {@link Waiting} counts all of it in one query, for the head of
 * pages.
 */
public interface Waits {

    /** By which pages ask for it. */
    String kind();

    /** What waits for {@code account} in {@code region}. */
    Tally.Rows of(String account, String region);
}
