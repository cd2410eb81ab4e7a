package dev.handshake.cost;

import dev.handshake.bill.Bill;
import dev.handshake.bill.DailyCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A bar chart of the days of a bill. Each bar takes {@link #BAR_STEP} of width including its gap; the most expensive
 * day is {@link #HEIGHT} high.
 *
 * @param maxDailyCost the cost of the most expensive day
 */
public record Chart(List<Bar> bars, BigDecimal maxDailyCost) {

    static final int BAR_STEP = 10;
    static final int HEIGHT = 100;

    /**
     * The bar of one day, with servers stacked on storage.
     *
     * @param x left edge
     * @param storage height of that part
     * @param servers height of that part
     */
    public record Bar(DailyCost day, int x, BigDecimal storage, BigDecimal servers) {

        /** The y coordinate of the top of the storage part. */
        public BigDecimal storageTop() {
            return BigDecimal.valueOf(HEIGHT).subtract(storage);
        }

        /** The y coordinate of the top of the servers part. */
        public BigDecimal serversTop() {
            return storageTop().subtract(servers);
        }
    }

    static Chart of(Bill bill) {
        List<DailyCost> days = bill.days();
        BigDecimal top =
                days.stream().map(DailyCost::total).max(BigDecimal::compareTo).orElseThrow();
        List<Bar> bars = IntStream.range(0, days.size())
                .mapToObj(place -> bar(days.get(place), place * BAR_STEP, top))
                .toList();
        return new Chart(bars, top);
    }

    private static Bar bar(DailyCost dailyCost, int x, BigDecimal top) {
        return new Bar(dailyCost, x, height(dailyCost.storage(), top), height(dailyCost.servers(), top));
    }

    private static BigDecimal height(BigDecimal cost, BigDecimal top) {
        return top.signum() == 0
                ? BigDecimal.ZERO
                : cost.multiply(BigDecimal.valueOf(HEIGHT)).divide(top, 2, RoundingMode.DOWN);
    }

    /** Whether all costs are zero. */
    public boolean isEmpty() {
        return maxDailyCost.signum() == 0;
    }

    public int width() {
        return bars.size() * BAR_STEP;
    }
}
