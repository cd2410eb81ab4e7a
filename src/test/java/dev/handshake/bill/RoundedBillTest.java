package dev.handshake.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a page shows of a bill, in cents. */
class RoundedBillTest {

    private static final TimeRange NOVEMBER = TimeRange.ofMonth(YearMonth.of(2026, 11));
    private static final String FIRST = "2026-11-01T00:00:00Z";

    private final Random random = new Random(20_261_101);

    @Test
    void the_rows_of_each_table_add_up_to_its_total_and_none_is_off_by_a_cent() {
        for (int each = 0; each < 1_000; each++) {
            RoundedBill bill = new RoundedBill(randomBill());
            List<RoundedBill.Section> sections = List.of(bill.storage(), bill.servers(), bill.shares());
            assertAddUp(bill.total(), sections.stream().map(RoundedBill.Section::total));
            for (RoundedBill.Section section : sections) {
                assertAddUp(
                        section.total(),
                        Stream.concat(
                                section.lines().stream().map(RoundedBill.Line::cost), Stream.of(section.omitted())));
            }
            assertAddUp(bill.storage().total(), bill.days().stream().map(RoundedBill.Day::storage));
            assertAddUp(bill.servers().total(), bill.days().stream().map(RoundedBill.Day::servers));
            assertEquals(
                    bill.total().cents(),
                    Amount.sum(
                            bill.days().stream().map(day -> day.total().cents()).toList()));
        }
    }

    private static void assertAddUp(Amount total, Stream<Amount> parts) {
        List<Amount> all = new ArrayList<>(parts.toList());
        assertEquals(
                0,
                total.cents()
                        .compareTo(Amount.sum(all.stream().map(Amount::cents).toList())),
                all::toString);
        all.add(total);
        assertTrue(all.stream().allMatch(RoundedBillTest::isWithinACent), all::toString);
    }

    private static boolean isWithinACent(Amount amount) {
        BigDecimal off = amount.cents().subtract(amount.exact()).abs();
        return off.compareTo(new BigDecimal("0.01")) < 0
                && (!amount.isZero() || amount.cents().signum() == 0);
    }

    private Bill randomBill() {
        Bill bill = new Bill(NOVEMBER, UsagePeriod.OPEN_END, BigDecimal.valueOf(random.nextInt(100), 3), 4);
        for (int lines = random.nextInt(12); lines > 0; lines--) {
            String until =
                    NOVEMBER.from().plusSeconds(random.nextInt(2_592_000)).toString();
            bill.add(UsagePeriodFixtures.storage(random.nextLong() >>> 31, FIRST, until));
            bill.add(UsagePeriodFixtures.share(random.nextLong() >>> 31, FIRST, until));
            bill.add(UsagePeriodFixtures.server(UsagePeriodFixtures.OWNER, "0.00" + random.nextInt(99), FIRST, until));
        }
        return bill;
    }

    @Test
    void the_missing_cents_go_to_what_is_closest_to_the_next() {
        assertEquals(List.of("0.33", "0.34", "0.33"), split("0.3330", "0.3340", "0.3330"));
        assertEquals(List.of("1.00", "0.00", "0.00"), split("0.9960", "0.0000", "0.0000"));
    }

    @Test
    void what_costs_something_but_no_cent_is_said_to_be_less_than_one() {
        assertEquals(List.of("less than 0.01", "0.00", "2.50"), split("0.0040", "0.0000", "2.5000"));
        assertEquals("less than 0.01", Amount.of(new BigDecimal("0.0049")).text());
        assertEquals("0.01", Amount.of(new BigDecimal("0.0050")).text());
        assertEquals("0.00", Amount.of(Rate.ZERO).text());
    }

    private static List<String> split(String... parts) {
        List<BigDecimal> exact = Arrays.stream(parts).map(BigDecimal::new).toList();
        return Amount.split(Amount.of(Amount.sum(exact)), exact).stream()
                .map(Amount::text)
                .toList();
    }
}
