package dev.handshake.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The exact cost per second: {@code amount / divisor}.
 *
 * @param divisor more than 0
 */
public record Rate(BigDecimal amount, BigDecimal divisor) {

    /** Decimals of a displayed amount. */
    public static final int SCALE = 4;

    public static final BigDecimal ZERO = BigDecimal.ZERO.setScale(SCALE);

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal GIB_HOUR = HOUR.multiply(BigDecimal.valueOf(1L << 30));

    public static Rate hourly(BigDecimal price) {
        return new Rate(price, HOUR);
    }

    /** The rate of storing {@code bytes} at {@code price} per GiB-hour (2^30 bytes). */
    public static Rate forStorage(BigDecimal price, long bytes) {
        return new Rate(price.multiply(BigDecimal.valueOf(bytes)), GIB_HOUR);
    }

    /** The cost of {@code seconds}, rounded half up. This is the only place that rounds. */
    public BigDecimal costOf(long seconds) {
        return amount.multiply(BigDecimal.valueOf(seconds)).divide(divisor, SCALE, RoundingMode.HALF_UP);
    }
}
