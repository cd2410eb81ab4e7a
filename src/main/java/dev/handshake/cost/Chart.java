package dev.handshake.cost;

import dev.handshake.bill.Bill;
import dev.handshake.bill.DailyCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The days of a bill as bars: each {@link #BAR_STEP} wide with the room beside it, the dearest {@link #HEIGHT} high.
 *
 * @param maxDailyCost what the dearest day costs
 */
public record Chart(List<Bar> bars, BigDecimal maxDailyCost) {

    static final int BAR_STEP = 10;
    static final int HEIGHT = 100;

    /**
     * One day, storage below and servers upon it.
     *
     * @param x its left side
     * @param storage how high that part is
     * @param servers how high that part is
     */
    public record Bar(DailyCost day, int x, BigDecimal storage, BigDecimal servers) {

        /** Where storage begins, from above. */
        public BigDecimal storageTop() {
            return BigDecimal.valueOf(HEIGHT).subtract(storage);
        }

        /** Where servers begin, from above. */
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

    /** Whether there is anything to see. */
    public boolean isEmpty() {
        return maxDailyCost.signum() == 0;
    }

    public int width() {
        return bars.size() * BAR_STEP;
    }
}
