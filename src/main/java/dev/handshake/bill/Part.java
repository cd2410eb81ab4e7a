package dev.handshake.bill;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The lines of a bill for one {@link Usage}: their sum and number, and those of them that cost most. */
public class Part {

    private static final Comparator<Line> DEAREST_FIRST = Comparator.comparing(Line::cost)
            .thenComparing(line -> line.span().since())
            .thenComparing(line -> line.span().id())
            .reversed();

    private final int most;
    private final TreeSet<Line> dearest = new TreeSet<>(DEAREST_FIRST);
    private BigDecimal total = Rate.NOTHING;
    private long count;

    /** @param most lines to keep */
    Part(int most) {
        this.most = most;
    }

    void add(Line line) {
        total = total.add(line.cost());
        count++;
        dearest.add(line);
        if (dearest.size() > most) {
            dearest.pollLast();
        }
    }

    /** Of all lines. */
    public BigDecimal total() {
        return total;
    }

    public long count() {
        return count;
    }

    /** The dearest ones, then the newest. */
    public List<Line> lines() {
        return List.copyOf(dearest);
    }

    /** How many are not among {@link #lines()}. */
    public long more() {
        return count - dearest.size();
    }
}
