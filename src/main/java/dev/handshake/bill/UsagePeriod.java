package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A resource in use for a period, on the bill of one account.
 *
 * @param owner who pays for the storage: the account itself or, for a share, the account that shares the image
 * @param resourceId the id of the image or server
 * @param resourceType the kind of the image or the flavor of the server
 * @param size stored bytes; 0 for a server
 * @param price per hour for a server, otherwise null
 * @param until the end; {@link #OPEN_END} while in use
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

    /** Later than any other end. */
    public static final Instant OPEN_END = Instant.parse("9999-01-01T00:00:00Z");

    /** @throws IllegalArgumentException if the storage would be billed to an account other than the owner */
    public UsagePeriod {
        if (account.equals(owner) == (type == UsageType.SHARE)) {
            throw new IllegalArgumentException(type + " of account " + owner + " on the bill of " + account);
        }
    }

    public boolean isOpen() {
        return until.equals(OPEN_END);
    }

    /**
     * The cost in {@code timeRange}.
     *
     * @param storage the price per GiB-month
     */
    public BillLine toBillLine(TimeRange timeRange, BigDecimal storage) {
        TimeRange used = new TimeRange(since, until).intersect(timeRange);
        BigDecimal each = type.unitPrice(this, storage);
        Rate rate = type.rate(this, each);
        return new BillLine(this, used, each, rate, rate.costOf(used.seconds()));
    }
}
