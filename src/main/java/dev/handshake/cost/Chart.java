package dev.handshake.cost;

import dev.handshake.bill.Amount;
import dev.handshake.bill.RoundedBill;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A bar chart of the days of a bill, {@link #HEIGHT} high. Each bar takes {@link #BAR_STEP} of width including its gap.
 *
 * @param ticks the amounts on the axis, from the top to 0
 */
public record Chart(List<Bar> bars, List<Tick> ticks) {

    static final int BAR_STEP = 10;
    static final int HEIGHT = 100;

    private static final int MAX_STEPS = 4;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final List<BigDecimal> ROUND =
            Stream.of(1, 2, 5).map(BigDecimal::valueOf).toList();

    /**
     * The bar of one day, with servers stacked on storage.
     *
     * @param x left edge
     * @param storage height of that part
     * @param servers height of that part
     */
    public record Bar(RoundedBill.Day day, int x, BigDecimal storage, BigDecimal servers) {

        /** The y coordinate of the top of the storage part. */
        public BigDecimal storageTop() {
            return BigDecimal.valueOf(HEIGHT).subtract(storage);
        }

        /** The y coordinate of the top of the servers part. */
        public BigDecimal serversTop() {
            return storageTop().subtract(servers);
        }

        /** Every seventh day is named below the chart. */
        public boolean isLabeled() {
            return day.date().getDayOfMonth() % 7 == 1;
        }
    }

    /** @param y coordinate of its line */
    public record Tick(BigDecimal amount, BigDecimal y) {

        public String label() {
            return amount.toPlainString();
        }
    }

    static Chart of(RoundedBill bill) {
        List<RoundedBill.Day> days = bill.days();
        BigDecimal dearest = days.stream()
                .map(each -> each.total().exact())
                .max(BigDecimal::compareTo)
                .orElseThrow();
        BigDecimal step = step(dearest);
        int steps = dearest.divide(step, 0, RoundingMode.UP).max(BigDecimal.ONE).intValueExact();
        BigDecimal top = step.multiply(BigDecimal.valueOf(steps));
        List<Bar> bars = IntStream.range(0, days.size())
                .mapToObj(place -> bar(days.get(place), place * BAR_STEP, top))
                .toList();
        return new Chart(bars, ticks(step, steps, top));
    }

    /** The smallest of 0.01, 0.02, 0.05, 0.1 … of which four reach the amount. */
    private static BigDecimal step(BigDecimal dearest) {
        return Stream.iterate(CENT, each -> each.multiply(BigDecimal.TEN))
                .flatMap(power -> ROUND.stream().map(power::multiply))
                .filter(each -> each.multiply(BigDecimal.valueOf(MAX_STEPS)).compareTo(dearest) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static List<Tick> ticks(BigDecimal step, int steps, BigDecimal top) {
        int decimals = step.compareTo(BigDecimal.ONE) < 0 ? 2 : 0;
        return IntStream.rangeClosed(0, steps)
                .mapToObj(place -> step.multiply(BigDecimal.valueOf(steps - place)))
                .map(each -> new Tick(
                        each.setScale(decimals), BigDecimal.valueOf(HEIGHT).subtract(height(each, top))))
                .toList();
    }

    private static Bar bar(RoundedBill.Day day, int x, BigDecimal top) {
        return new Bar(day, x, height(day.storage(), top), height(day.servers(), top));
    }

    private static BigDecimal height(Amount cost, BigDecimal top) {
        return height(cost.exact(), top);
    }

    private static BigDecimal height(BigDecimal cost, BigDecimal top) {
        return cost.multiply(BigDecimal.valueOf(HEIGHT)).divide(top, 2, RoundingMode.DOWN);
    }

    public int width() {
        return bars.size() * BAR_STEP;
    }
}
