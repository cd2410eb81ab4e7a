package dev.handshake.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A range of time, end excluded.
 *
 * @param to not before {@code from}
 */
public record TimeRange(Instant from, Instant to) {

    /** A calendar month in UTC. */
    public static TimeRange ofMonth(YearMonth month) {
        return new TimeRange(
                startOf(month.atDay(1)), startOf(month.plusMonths(1).atDay(1)));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Returns the range, ending at {@code end} at the latest. */
    public TimeRange cappedAt(Instant end) {
        return new TimeRange(from, later(from, earlier(to, end)));
    }

    /** The overlap with {@code other}; of length zero if there is none. */
    public TimeRange intersect(TimeRange other) {
        Instant begin = earlier(later(from, other.from), other.to);
        return new TimeRange(begin, later(begin, earlier(to, other.to)));
    }

    /** Whole clock seconds: if a range is split, the parts add up to the whole. */
    public long seconds() {
        return to.getEpochSecond() - from.getEpochSecond();
    }

    LocalDate firstDay() {
        return LocalDate.ofInstant(from, ZoneOffset.UTC);
    }

    /** The number of calendar days it touches. */
    long dayCount() {
        return ChronoUnit.DAYS.between(firstDay(), LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC)) + 1;
    }

    static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
