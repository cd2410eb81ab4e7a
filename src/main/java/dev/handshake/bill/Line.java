package dev.handshake.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * A line of a bill.
 *
 * @param used how much of the span is in the period of the bill
 * @param price of one {@link Usage#unit()}
 * @param cost of what is used, rounded
 */
public record Line(Span span, Period used, BigDecimal price, Rate rate, BigDecimal cost) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

    /** How much of its cost has come together by {@code then}. */
    BigDecimal costUntil(Instant then) {
        return then.isBefore(used.to()) ? rate.of(used.until(then).seconds()) : cost;
    }

    /** To two decimals, for reading; the cost is of the seconds. */
    public BigDecimal hours() {
        return BigDecimal.valueOf(used.seconds()).divide(HOUR, 2, RoundingMode.HALF_UP);
    }
}
