package dev.handshake.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a second costs, exactly: {@code amount / parts}.
 *
 * @param divisor more than 0
 */
public record Rate(BigDecimal amount, BigDecimal divisor) {

    /** Decimals of an amount that is shown. */
    public static final int SCALE = 4;

    public static final BigDecimal ZERO = BigDecimal.ZERO.setScale(SCALE);

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal GIB_HOUR = HOUR.multiply(BigDecimal.valueOf(1L << 30));

    public static Rate hourly(BigDecimal price) {
        return new Rate(price, HOUR);
    }

    /** Of {@code bytes} in store, at {@code price} for a GiB (2^30 bytes) and hour. */
    public static Rate forStorage(BigDecimal price, long bytes) {
        return new Rate(price.multiply(BigDecimal.valueOf(bytes)), GIB_HOUR);
    }

    /** What {@code seconds} cost, rounded half up, and nowhere before. */
    public BigDecimal costOf(long seconds) {
        return amount.multiply(BigDecimal.valueOf(seconds)).divide(divisor, SCALE, RoundingMode.HALF_UP);
    }
}
