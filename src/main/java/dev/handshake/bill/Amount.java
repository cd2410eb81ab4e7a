package dev.handshake.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount as it is shown.
 *
 * @param exact with {@link Rate#SCALE} decimals
 * @param cents {@code exact} rounded to two decimals, up or down
 */
public record Amount(BigDecimal exact, BigDecimal cents) {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** Rounded half up, for an amount that stands alone. */
    static Amount of(BigDecimal exact) {
        return new Amount(exact, exact.setScale(2, RoundingMode.HALF_UP));
    }

    /**
     * Rounds the parts of an amount so that they add up to it, by the largest remainder method: all are rounded down,
     * and those closest to the next cent get the cents that are missing. No part is off by a cent or more, and a part
     * that costs nothing shows nothing.
     *
     * @param total whose exact value is the sum of the parts
     */
    static List<Amount> split(Amount total, List<BigDecimal> parts) {
        List<BigDecimal> cents = new ArrayList<>(
                parts.stream().map(each -> each.setScale(2, RoundingMode.DOWN)).toList());
        BigDecimal missing = total.cents.subtract(sum(cents));
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> cents.get(place).subtract(parts.get(place))))
                .limit(missing.unscaledValue().longValueExact())
                .forEach(place -> cents.set(place, cents.get(place).add(CENT)));
        return IntStream.range(0, parts.size())
                .mapToObj(place -> new Amount(parts.get(place), cents.get(place)))
                .toList();
    }

    static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean isZero() {
        return exact.signum() == 0;
    }

    /** {@code 12.34}, or {@code less than 0.01} for what costs something but shows no cent. */
    public String text() {
        return cents.signum() == 0 && !isZero() ? "less than " + CENT : cents.toPlainString();
    }
}
