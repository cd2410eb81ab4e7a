package dev.handshake.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Invariants of bills, checked on thousands of seeded random ones. */
class BillPropertiesTest {

    private static final int CASES = 3_000;
    private static final BigDecimal HALF = new BigDecimal("0.00005");

    private final Random random = new Random(20_280_229);

    @Test
    void the_sum_of_the_lines_is_the_total_and_so_is_the_sum_of_the_days() {
        for (int each = 0; each < CASES; each++) {
            List<UsagePeriod> spans = spans();
            Bill bill = new Bill(month(), anytime(), price(), spans.size());
            spans.forEach(bill::add);
            assertEquals(
                    bill.total(), sum(lines(bill).stream().map(BillLine::cost).toList()));
            assertEquals(
                    bill.total(), sum(bill.days().stream().map(DailyCost::total).toList()));
            assertTrue(
                    bill.days().stream().allMatch(dailyCost -> dailyCost.total().signum() >= 0));
        }
    }

    @Test
    void a_line_is_nowhere_further_from_the_exact_amount_than_half_a_digit() {
        for (int each = 0; each < CASES; each++) {
            BillLine line = span().toBillLine(month(), price());
            BigDecimal exact = line.rate()
                    .amount()
                    .multiply(BigDecimal.valueOf(line.billedRange().seconds()));
            BigDecimal off =
                    line.cost().multiply(line.rate().divisor()).subtract(exact).abs();
            assertTrue(off.compareTo(HALF.multiply(line.rate().divisor())) <= 0, line::toString);
        }
    }

    @Test
    void the_months_of_a_span_are_the_span() {
        for (int each = 0; each < CASES; each++) {
            UsagePeriod usagePeriod = span();
            long seconds = 0;
            for (YearMonth month = YearMonth.of(2024, 1); month.getYear() < 2034; month = month.plusMonths(1)) {
                seconds += usagePeriod
                        .toBillLine(TimeRange.ofMonth(month), BigDecimal.ONE)
                        .billedRange()
                        .seconds();
            }
            assertEquals(
                    new TimeRange(usagePeriod.since(), usagePeriod.until()).seconds(), seconds, usagePeriod::toString);
        }
    }

    @Test
    void nobody_but_the_owner_ever_pays_for_the_storage_of_an_image() {
        for (int each = 0; each < CASES; each++) {
            Bill consumers = new Bill(month(), UsagePeriod.OPEN_END, price(), 0);
            spans().stream()
                    .filter(usagePeriod -> usagePeriod.type() != UsageType.SERVER)
                    .map(BillPropertiesTest::asReceived)
                    .forEach(consumers::add);
            assertEquals(Rate.ZERO, consumers.total());
        }
    }

    /** The same image on the bill of an account it is shared with. */
    private static UsagePeriod asReceived(UsagePeriod usagePeriod) {
        return UsagePeriodFixtures.usage(
                UsageType.SHARE,
                UsagePeriodFixtures.CONSUMER,
                usagePeriod.size(),
                null,
                usagePeriod.since(),
                usagePeriod.until());
    }

    @Test
    void a_bill_is_the_same_in_whatever_order_its_lines_come_and_however_few_it_keeps() {
        for (int each = 0; each < CASES; each++) {
            List<UsagePeriod> spans = new ArrayList<>(spans());
            TimeRange month = month();
            BigDecimal price = price();
            Bill bill = new Bill(month, UsagePeriod.OPEN_END, price, spans.size());
            spans.forEach(bill::add);
            Collections.shuffle(spans, random);
            Bill other = new Bill(month, UsagePeriod.OPEN_END, price, 2);
            spans.forEach(other::add);
            assertEquals(bill.total(), other.total());
            List<BillLine> dearest = bill.usageTotal(UsageType.STORAGE).lines();
            assertEquals(
                    dearest.subList(0, Math.min(2, dearest.size())),
                    other.usageTotal(UsageType.STORAGE).lines());
            assertEquals(dearest.size(), other.usageTotal(UsageType.STORAGE).count());
        }
    }

    private static List<BillLine> lines(Bill bill) {
        List<BillLine> lines = new ArrayList<>();
        for (UsageType usage : UsageType.values()) {
            lines.addAll(bill.usageTotal(usage).lines());
        }
        return lines;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(Rate.ZERO, BigDecimal::add);
    }

    private List<UsagePeriod> spans() {
        List<UsagePeriod> spans = new ArrayList<>();
        for (int number = random.nextInt(8); number > 0; number--) {
            spans.add(span());
        }
        return spans;
    }

    private UsagePeriod span() {
        List<UsageType> usages = List.of(UsageType.values());
        UsageType usage = usages.get(random.nextInt(usages.size()));
        Instant since = anytime();
        Instant until = random.nextInt(5) == 0 ? since : anytime();
        return UsagePeriodFixtures.usage(
                usage,
                usage == UsageType.SHARE ? UsagePeriodFixtures.CONSUMER : UsagePeriodFixtures.OWNER,
                random.nextLong() >>> (1 + random.nextInt(63)),
                price(),
                since.isBefore(until) ? since : until,
                since.isBefore(until) ? until : since);
    }

    private TimeRange month() {
        return TimeRange.ofMonth(YearMonth.of(2024 + random.nextInt(8), 1 + random.nextInt(12)));
    }

    private Instant anytime() {
        return Instant.parse("2024-01-01T00:00:00Z")
                .plusNanos(random.nextLong() >>> 6)
                .plusSeconds(random.nextInt(99));
    }

    private BigDecimal price() {
        return BigDecimal.valueOf(random.nextLong() >>> (1 + random.nextInt(63)), random.nextInt(19));
    }
}
