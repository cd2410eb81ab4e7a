package dev.handshake.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Ends of months, leap days, and usage that starts, ends or continues around them; one GiB at a price of 730 per month,
 * which is 1 per hour.
 */
class MonthlyBillTest {

    private static final BigDecimal HOURLY = BigDecimal.valueOf(730);
    private static final String EVER = "2020-01-01T00:00:00Z";
    private static final String OPEN = UsagePeriod.OPEN_END.toString();

    @Test
    void a_month_has_the_hours_of_its_days() {
        assertEquals("744.0000", cost("2026-12", EVER, OPEN));
        assertEquals("720.0000", cost("2026-11", EVER, OPEN));
        assertEquals("672.0000", cost("2026-02", EVER, OPEN));
        assertEquals("696.0000", cost("2028-02", EVER, OPEN));
        assertEquals("672.0000", cost("2100-02", EVER, OPEN));
    }

    @Test
    void the_leap_day_is_a_day_like_every_other() {
        String since = "2028-02-29T00:00:00Z";
        assertEquals("24.0000", cost("2028-02", since, OPEN));
        assertEquals("12.0000", cost("2028-02", since, "2028-02-29T12:00:00Z"));
        Bill bill = bill("2028-02", since, "2028-03-01T00:00:00Z");
        assertEquals(29, bill.days().size());
        assertEquals("24.0000", bill.days().get(28).total().toPlainString());
        assertEquals("0.0000", bill.days().get(27).total().toPlainString());
        assertEquals("0.0000", cost("2028-03", since, "2028-03-01T00:00:00Z"));
    }

    @Test
    void the_last_second_of_a_month_is_in_it_and_the_first_of_the_next_is_not() {
        String since = "2026-11-30T23:59:59Z";
        String until = "2026-12-01T00:00:01Z";
        assertEquals("0.0003", cost("2026-11", since, until));
        assertEquals("0.0003", cost("2026-12", since, until));
        assertEquals("0.0000", cost("2027-01", since, until));
        assertEquals("0.0000", cost("2026-10", since, until));
    }

    @Test
    void a_span_of_no_length_costs_nothing() {
        assertEquals("0.0000", cost("2026-11", "2026-11-05T10:00:00Z", "2026-11-05T10:00:00Z"));
        assertEquals("0.0000", cost("2026-11", "2026-11-05T10:00:00.000001Z", "2026-11-05T10:00:00.999999Z"));
    }

    @Test
    void seconds_are_those_of_the_clock_so_that_no_cut_loses_or_makes_one() {
        assertEquals("0.0003", cost("2026-11", "2026-11-05T10:00:00.999999Z", "2026-11-05T10:00:01.000001Z"));
        assertEquals("0.0006", cost("2026-11", "2026-11-30T23:59:58.500Z", OPEN));
    }

    @Test
    void the_current_month_is_billed_up_to_now() {
        Bill bill = new Bill(month("2026-11"), Instant.parse("2026-11-02T06:00:00Z"), HOURLY, 10);
        bill.add(UsagePeriodFixtures.storage(1L << 30, EVER, OPEN));
        assertEquals("30.0000", bill.total().toPlainString());
        assertEquals(30, bill.days().size());
        assertEquals(
                List.of("24.0000", "6.0000", "0.0000"),
                bill.days().subList(0, 3).stream()
                        .map(dailyCost -> dailyCost.total().toPlainString())
                        .toList());
    }

    @Test
    void a_month_to_come_costs_nothing_yet() {
        Bill bill = new Bill(month("2026-12"), Instant.parse("2026-11-02T06:00:00Z"), HOURLY, 10);
        bill.add(UsagePeriodFixtures.storage(1L << 30, EVER, OPEN));
        assertEquals("0.0000", bill.total().toPlainString());
    }

    private static String cost(String month, String since, String until) {
        return bill(month, since, until).total().toPlainString();
    }

    private static Bill bill(String month, String since, String until) {
        Bill bill = new Bill(month(month), UsagePeriod.OPEN_END, HOURLY, 10);
        bill.add(UsagePeriodFixtures.storage(1L << 30, since, until));
        return bill;
    }

    private static TimeRange month(String month) {
        return TimeRange.ofMonth(YearMonth.parse(month));
    }
}
