package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What an account pays for a period, as far as it is over. Holds sums, and only the dearest lines. */
public class Bill {

    private final Period used;
    private final BigDecimal storage;
    private final Map<Usage, Part> parts = new EnumMap<>(Usage.class);
    private final Course course;

    /**
     * @param now where the period is cut off, if it is not over
     * @param storage the price of a GiB and hour
     * @param most lines to keep for each usage
     */
    public Bill(Period period, Instant now, BigDecimal storage, int most) {
        this.used = period.until(now);
        this.storage = storage;
        this.course = new Course(period);
        Arrays.stream(Usage.values()).forEach(usage -> parts.put(usage, new Part(most)));
    }

    public void add(Span span) {
        Line line = span.in(used, storage);
        parts.get(span.usage()).add(line);
        course.add(line);
    }

    /** The sum of all lines. */
    public BigDecimal total() {
        return parts.values().stream().map(Part::total).reduce(Rate.NOTHING, BigDecimal::add);
    }

    public Part part(Usage usage) {
        return parts.get(usage);
    }

    public Part storage() {
        return part(Usage.STORAGE);
    }

    public Part shares() {
        return part(Usage.SHARE);
    }

    public Part servers() {
        return part(Usage.SERVER);
    }

    public boolean isEmpty() {
        return parts.values().stream().allMatch(part -> part.count() == 0);
    }

    /** What it would cost to store {@code bytes} for 30 days. */
    public BigDecimal keeping(long bytes) {
        return Rate.stored(storage, bytes).of(Duration.ofDays(30).toSeconds());
    }

    /** Every day of the period, also those to come; their sum is the total. */
    public List<Day> days() {
        return course.days();
    }
}
