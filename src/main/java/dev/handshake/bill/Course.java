package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/** How the costs of a period come together, day by day in UTC. */
class Course {

    private final LocalDate first;
    private final List<Day> days;

    Course(Period period) {
        first = period.firstDay();
        days = LongStream.range(0, period.days())
                .mapToObj(day -> new Day(first.plusDays(day)))
                .toList();
    }

    /** Each day gets what it adds to the line as rounded, so that the days of a line are the line. */
    void add(Line line) {
        LocalDate date = line.used().firstDay();
        BigDecimal before = Rate.NOTHING;
        while (before.compareTo(line.cost()) < 0) {
            BigDecimal after = line.costUntil(Period.endOf(date));
            on(date).add(line.span().usage(), after.subtract(before));
            before = after;
            date = date.plusDays(1);
        }
    }

    private Day on(LocalDate date) {
        return days.get((int) ChronoUnit.DAYS.between(first, date));
    }

    List<Day> days() {
        return days;
    }
}
