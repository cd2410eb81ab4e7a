package dev.handshake.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The days of a bill, as chart and table, and its most expensive lines; everything adds up. */
@PortalTest
class DailyCostsTest {

    private final Cast cast = new Cast();

    @Test
    void the_chart_and_its_table_show_every_day_and_add_up_to_the_total() {
        UUID image = cast.image("charted");
        UsageBackdating.backdate(image, "2020-02-29T12:00:00Z", 3 * UsageBackdating.GIB);
        HtmlPage february = cast.producer.opens("/DFW/costs?month=2020-02").is(200);
        assertEquals(29, february.texts("details tbody tr").size());
        assertEquals("29 Feb 2020 18.00", february.texts("details tbody tr").get(28));
        assertEquals(List.of("20", "15", "10", "5", "0"), february.texts(".chart-y li"));
        assertEquals(
                "90.00", february.element("svg g:last-child .chart-storage").attr("height"));
        assertEquals("1 8 15 22 29", String.join(" ", february.texts(".chart-x li:not(:empty)")));
        HtmlPage march = cast.producer.opens("/DFW/costs?month=2020-03").is(200);
        assertEquals("Total 1116.00", march.texts("details tfoot tr").get(0));
        BigDecimal sum =
                march.texts("details tbody td").stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals("1116.00", sum.toPlainString());
    }

    @Test
    void the_current_month_is_told_up_to_today() {
        UUID image = cast.image("lasting");
        UsageBackdating.backdate(image, "2020-01-01T00:00:00Z", 1_000 * UsageBackdating.GIB);
        HtmlPage page = cast.producer.opens("/DFW/costs").is(200).says(", so far");
        int today = LocalDate.now(ZoneOffset.UTC).getDayOfMonth();
        assertEquals(today, page.texts("details tbody tr").size());
        assertEquals(
                LocalDate.now(ZoneOffset.UTC).lengthOfMonth(),
                page.texts("svg g").size());
    }

    @Test
    void of_many_lines_the_dearest_stand_on_the_page_and_the_sum_is_of_all() {
        UsageBackdating.createEnded(cast.producer.account, 120, "2020-01-01T00:00:00Z", "2020-01-01T02:00:00Z");
        HtmlPage page = cast.producer.opens("/DFW/costs?month=2020-01").is(200);
        page.says("7260.00 USD", "and 70 more, each costing no more than these", "lists all 120. 2485.00");
        assertEquals(51, page.texts(".bill tbody tr").size());
        assertEquals(
                "many-120 import 120 GiB 1 Jan 2020 to 1 Jan 2020 2.00 120.00",
                page.texts(".bill tbody tr").get(0));
    }

    @Test
    void what_is_shown_adds_up_and_small_amounts_say_so() {
        // 0.0040, 0.0081 and 0.0121
        UsageBackdating.createEnded(cast.producer.account, 3, "2020-01-01T00:00:00Z", "2020-01-01T00:00:29Z");
        HtmlPage page = cast.producer.opens("/DFW/costs?month=2020-01").is(200).says("January 2020 0.02 USD");
        assertEquals(List.of("0.01", "0.01", "less than 0.01"), page.texts(".bill td[data-title=Cost]"));
        HtmlPage none = cast.consumer.opens("/DFW/costs?month=2020-01").is(200);
        assertEquals(null, none.element(".chart"));
    }

    @Test
    void a_month_of_less_than_a_cent_has_no_chart() {
        UsageBackdating.createEnded(cast.producer.account, 1, "2020-01-01T00:00:00Z", "2020-01-01T00:00:29Z");
        HtmlPage page = cast.producer.opens("/DFW/costs?month=2020-01").is(200).says("January 2020 less than 0.01 USD");
        assertEquals(null, page.element(".chart"));
    }
}
