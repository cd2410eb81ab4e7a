package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Something in use for a time, on the bill of one account.
 *
 * @param owner who pays for what is in store: the account itself or, of a share, the account that shares it
 * @param resourceId the id of the image or the server
 * @param resourceType it is, in a word: the kind of the image, the flavor of the server
 * @param size bytes in store; 0 of a server
 * @param price of an hour, of a server; else null
 * @param until when it ended; {@link #OPEN_END} while it has not
 */
public record UsagePeriod(
        long id,
        UsageType type,
        String account,
        String owner,
        UUID resourceId,
        String name,
        String resourceType,
        long size,
        BigDecimal price,
        Instant since,
        Instant until) {

    /** After every other end. */
    public static final Instant OPEN_END = Instant.parse("9999-01-01T00:00:00Z");

    /** @throws IllegalArgumentException where another than the owner would pay for what is in store */
    public UsagePeriod {
        if (account.equals(owner) == (type == UsageType.SHARE)) {
            throw new IllegalArgumentException(type + " of account " + owner + " on the bill of " + account);
        }
    }

    public boolean isOpen() {
        return until.equals(OPEN_END);
    }

    /**
     * What it costs in {@code period}.
     *
     * @param storage the price of a GiB and hour
     */
    public BillLine toBillLine(TimeRange timeRange, BigDecimal storage) {
        TimeRange used = new TimeRange(since, until).intersect(timeRange);
        BigDecimal each = type.unitPrice(this, storage);
        Rate rate = type.rate(this, each);
        return new BillLine(this, used, each, rate, rate.costOf(used.seconds()));
    }
}
