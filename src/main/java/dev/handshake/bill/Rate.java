package dev.handshake.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The exact cost per second: {@code amount / divisor}.
 *
 * @param divisor more than 0
 */
public record Rate(BigDecimal amount, BigDecimal divisor) {

    /** Decimals of a line's cost. Pages round amounts further; see {@link Amount}. */
    public static final int SCALE = 4;

    public static final BigDecimal ZERO = BigDecimal.ZERO.setScale(SCALE);

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

    /** The seconds of the month in "GiB-month": 730 hours, a twelfth of a year, whatever month it is. */
    static final BigDecimal MONTH = HOUR.multiply(BigDecimal.valueOf(730));

    private static final BigDecimal GIB_MONTH = MONTH.multiply(BigDecimal.valueOf(1L << 30));

    public static Rate hourly(BigDecimal price) {
        return new Rate(price, HOUR);
    }

    /** The rate of storing {@code bytes} at {@code price} per GiB-month (2^30 bytes for 730 hours). */
    public static Rate forStorage(BigDecimal price, long bytes) {
        return new Rate(price.multiply(BigDecimal.valueOf(bytes)), GIB_MONTH);
    }

    /** The cost of {@code seconds}, rounded half up. This is the only place that rounds what is billed. */
    public BigDecimal costOf(long seconds) {
        return amount.multiply(BigDecimal.valueOf(seconds)).divide(divisor, SCALE, RoundingMode.HALF_UP);
    }
}
