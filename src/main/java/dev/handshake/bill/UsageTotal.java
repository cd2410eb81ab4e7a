package dev.handshake.bill;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The lines of a bill for one {@link UsageType}: total, count, and the most expensive lines. */
public class UsageTotal {

    private static final Comparator<BillLine> MOST_EXPENSIVE_FIRST = Comparator.comparing(BillLine::cost)
            .thenComparing(line -> line.usage().since())
            .thenComparing(line -> line.usage().id())
            .reversed();

    private final int maxLines;
    private final TreeSet<BillLine> mostExpensive = new TreeSet<>(MOST_EXPENSIVE_FIRST);
    private BigDecimal total = Rate.ZERO;
    private long count;

    /** @param maxLines lines to keep */
    UsageTotal(int maxLines) {
        this.maxLines = maxLines;
    }

    void add(BillLine line) {
        total = total.add(line.cost());
        count++;
        mostExpensive.add(line);
        if (mostExpensive.size() > maxLines) {
            mostExpensive.pollLast();
        }
    }

    /** The sum of all lines, including omitted ones. */
    public BigDecimal total() {
        return total;
    }

    public long count() {
        return count;
    }

    /** The most expensive lines first; among equals, the newest. */
    public List<BillLine> lines() {
        return List.copyOf(mostExpensive);
    }

    /** The number of lines not in {@link #lines()}. */
    public long omittedCount() {
        return count - mostExpensive.size();
    }
}
