package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Something in use for a time, on the bill of one account.
 *
 * @param owner who pays for what is in store: the account itself or, of a share, the account that shares it
 * @param thing the id of the image or the server
 * @param what it is, in a word: the kind of the image, the flavor of the server
 * @param size bytes in store; 0 of a server
 * @param price of an hour, of a server; else null
 * @param until when it ended; {@link #OPEN} while it has not
 */
public record Span(
        long id,
        Usage usage,
        String account,
        String owner,
        UUID thing,
        String name,
        String what,
        long size,
        BigDecimal price,
        Instant since,
        Instant until) {

    /** After every other end. */
    public static final Instant OPEN = Instant.parse("9999-01-01T00:00:00Z");

    /** @throws IllegalArgumentException where another than the owner would pay for what is in store */
    public Span {
        if (account.equals(owner) == (usage == Usage.SHARE)) {
            throw new IllegalArgumentException(usage + " of account " + owner + " on the bill of " + account);
        }
    }

    public boolean isOpen() {
        return until.equals(OPEN);
    }

    /**
     * What it costs in {@code period}.
     *
     * @param storage the price of a GiB and hour
     */
    public Line in(Period period, BigDecimal storage) {
        Period used = new Period(since, until).within(period);
        BigDecimal each = usage.price(this, storage);
        Rate rate = usage.rate(this, each);
        return new Line(this, used, each, rate, rate.of(used.seconds()));
    }
}
