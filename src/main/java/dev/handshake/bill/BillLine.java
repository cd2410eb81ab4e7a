package dev.handshake.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * A line of a bill.
 *
 * @param billedRange the part of the usage within the bill's period
 * @param price per {@link UsageType#unit()}
 * @param cost rounded to {@link Rate#SCALE} decimals
 */
public record BillLine(UsagePeriod usage, TimeRange billedRange, BigDecimal price, Rate rate, BigDecimal cost) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

    /** The cost accrued until {@code then}. */
    BigDecimal costUntil(Instant then) {
        return then.isBefore(billedRange.to())
                ? rate.costOf(billedRange.cappedAt(then).seconds())
                : cost;
    }

    /** Rounded to two decimals for display; costs are computed from seconds. */
    public BigDecimal hours() {
        return BigDecimal.valueOf(billedRange.seconds()).divide(HOUR, 2, RoundingMode.HALF_UP);
    }
}
