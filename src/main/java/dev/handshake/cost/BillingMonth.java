package dev.handshake.cost;

import dev.handshake.bill.TimeRange;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A calendar month in UTC, relative to {@code now}. */
public record BillingMonth(YearMonth value, Instant now) {

    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /**
     * @param text such as {@code 2026-11}; null or empty for the current month
     * @throws RefusedException {@link Reason#MALFORMED}
     */
    static BillingMonth parse(String text, Instant now) {
        if (text == null || text.isEmpty()) {
            return new BillingMonth(current(now), now);
        }
        if (!text.matches("2[0-9]{3}-(0[1-9]|1[0-2])")) {
            throw new RefusedException(Reason.MALFORMED, "a month is written like 2026-11");
        }
        return new BillingMonth(YearMonth.parse(text), now);
    }

    private static YearMonth current(Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC));
    }

    /** The previous month; null before the first supported one. */
    public BillingMonth previous() {
        return value.isAfter(FIRST) ? new BillingMonth(value.minusMonths(1), now) : null;
    }

    /** The next month; null if it has not begun. */
    public BillingMonth next() {
        return value.isBefore(current(now)) ? new BillingMonth(value.plusMonths(1), now) : null;
    }

    public boolean isCurrent() {
        return value.equals(current(now));
    }

    public boolean isFuture() {
        return value.isAfter(current(now));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    public TimeRange period() {
        return TimeRange.ofMonth(value);
    }

    /** {@code November 2026}. */
    public String title() {
        return TITLE.format(value);
    }
}
