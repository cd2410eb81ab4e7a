package dev.handshake.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * A line of a bill.
 *
 * @param billedRange how much of the span is in the period of the bill
 * @param price of one {@link UsageType#unit()}
 * @param cost of what is used, rounded
 */
public record BillLine(UsagePeriod usage, TimeRange billedRange, BigDecimal price, Rate rate, BigDecimal cost) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

    /** How much of its cost has come together by {@code then}. */
    BigDecimal costUntil(Instant then) {
        return then.isBefore(billedRange.to())
                ? rate.costOf(billedRange.cappedAt(then).seconds())
                : cost;
    }

    /** To two decimals, for reading; the cost is of the seconds. */
    public BigDecimal hours() {
        return BigDecimal.valueOf(billedRange.seconds()).divide(HOUR, 2, RoundingMode.HALF_UP);
    }
}
