package dev.handshake.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Configured prices, which are exact. */
class TariffTest {

    @Test
    void a_price_holds_until_the_month_of_the_next() {
        Tariff tariff = new Tariff(" 0.00014,0.00016 from 2027-01 , 0.0002  from 2028-02");
        assertEquals("0.00014", in(tariff, "1999-01"));
        assertEquals("0.00014", in(tariff, "2026-12"));
        assertEquals("0.00016", in(tariff, "2027-01"));
        assertEquals("0.00016", in(tariff, "2028-01"));
        assertEquals("0.0002", in(tariff, "2028-02"));
        assertEquals("0", in(new Tariff("0"), "2026-11"));
    }

    private static String in(Tariff tariff, String month) {
        return tariff.priceIn(YearMonth.parse(month)).toPlainString();
    }

    @Test
    void what_is_no_price_is_said() {
        for (String text : new String[] {
            "",
            "free",
            "-1",
            "+1",
            "1e3",
            "1,",
            "1,5",
            "1 from",
            "1 from May",
            "1 from 2027-13",
            "1 from 2027-01",
            "1, 2, 3 from 2027-01",
            "1, 2 from 2027-01, 3 from 2027-01",
            "1.",
            ".5",
            "1.0000000000000000001"
        }) {
            assertThrows(IllegalArgumentException.class, () -> new Tariff(text), text);
        }
    }

    @Test
    void a_line_is_rounded_once_half_up() {
        assertEquals("0.0001", Rate.hourly(new BigDecimal("0.18")).costOf(1).toPlainString());
        assertEquals(
                "0.0000",
                Rate.hourly(new BigDecimal("0.179999999999999999")).costOf(1).toPlainString());
        assertEquals(
                "0.0000",
                Rate.hourly(new BigDecimal("0.000000000000000001"))
                        .costOf(3_600)
                        .toPlainString());
        assertEquals("0.3333", Rate.hourly(BigDecimal.ONE).costOf(1_200).toPlainString());
        assertEquals("1.0000", Rate.hourly(BigDecimal.ONE).costOf(3_600).toPlainString());
    }

    @Test
    void eight_exbibytes_for_a_century_are_exact() {
        Rate rate = Rate.forStorage(new BigDecimal("90.123455979012344940"), Long.MAX_VALUE);
        // 90.123455979012344940 / 730 * (2^63 - 1) / 2^30 * 876,600 h, computed with another tool
        assertEquals("929621801923181.4774", rate.costOf(876_600L * 3_600).toPlainString());
    }
}
