package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/** Splits the costs of a period by day, in UTC. */
class DailyCosts {

    private final LocalDate firstDay;
    private final List<DailyCost> days;

    DailyCosts(TimeRange timeRange) {
        firstDay = timeRange.firstDay();
        days = LongStream.range(0, timeRange.dayCount())
                .mapToObj(day -> new DailyCost(firstDay.plusDays(day)))
                .toList();
    }

    /** Each day gets the increase of the line's rounded cost, so that the days of a line add up to the line. */
    void add(BillLine line) {
        LocalDate date = line.billedRange().firstDay();
        BigDecimal before = Rate.ZERO;
        while (before.compareTo(line.cost()) < 0) {
            BigDecimal after = line.costUntil(TimeRange.endOf(date));
            dayOf(date).add(line.usage().type(), after.subtract(before));
            before = after;
            date = date.plusDays(1);
        }
    }

    private DailyCost dayOf(LocalDate date) {
        return days.get((int) ChronoUnit.DAYS.between(firstDay, date));
    }

    List<DailyCost> days() {
        return days;
    }
}
