package dev.handshake.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The costs page: access, months and hostile input. */
@PortalTest
class CostsResourceTest {

    private final Cast cast = new Cast();

    @Test
    void everybody_of_the_account_reads_its_bill_and_nobody_else_does() {
        UUID image = cast.image("own-affair");
        UsageBackdating.backdate(image, "2020-01-01T00:00:00Z", UsageBackdating.GIB);
        for (TestUser reader : List.of(cast.producer, cast.creator, cast.observer)) {
            reader.opens("/DFW/costs?month=2020-01").is(200).says("own-affair", "372.00 USD");
        }
        for (TestUser other : List.of(cast.stranger, cast.consumer)) {
            other.opens("/DFW/costs?month=2020-01").is(200).says("No usage").doesNotSay("own-affair");
        }
    }

    @Test
    void another_region_has_a_bill_of_its_own() {
        cast.image("in-dfw");
        cast.producer.opens("/ORD/costs").is(200).says("No usage").doesNotSay("in-dfw");
        cast.producer.opens("/LON/costs").is(404);
        cast.producer.opens("/nowhere/costs").is(404);
    }

    @Test
    void the_months_lead_back_and_up_to_the_current_one() {
        HtmlPage current = cast.producer.opens("/DFW/images").is(200);
        assertTrue(current.texts("nav.tabs a").contains("Costs"));
        HtmlPage page = cast.producer.opens("/DFW/costs").is(200);
        assertEquals(null, page.element("a[rel=next]"));
        String title = page.texts("nav.pills a[aria-current]").get(0);
        HtmlPage before = page.follows("←").is(200);
        assertEquals(List.of(title), before.follows(title).texts("nav.pills a[aria-current]"));
    }

    @Test
    void a_month_to_come_has_not_begun_and_a_month_before_everything_is_empty() {
        cast.image("now");
        cast.producer
                .opens("/DFW/costs?month=2999-12")
                .is(200)
                .says("This month has not started yet")
                .doesNotSay(">now<");
        cast.producer.opens("/DFW/costs?month=2000-01").is(200).says("No usage");
        assertFalse(cast.producer.opens("/DFW/costs?month=2000-01").hasAction("←"));
    }

    @Test
    void a_month_that_is_none_is_said() {
        for (String month : List.of(
                "x",
                "2026",
                "2026-13",
                "2026-00",
                "2026-1",
                "1999-12",
                "+2026-11",
                "2026-11-01",
                "99999-01",
                "2026-11'--",
                "<script>",
                "\u0000",
                "２０２６-１１",
                "x".repeat(2_000))) {
            String written = URLEncoder.encode(month, StandardCharsets.UTF_8);
            for (String path : List.of("/DFW/costs", "/DFW/costs.csv")) {
                cast.producer.opens(path + "?month=" + written).is(400).doesNotSay("<script>");
            }
        }
        cast.producer.opens("/DFW/costs?month=").is(200);
        cast.producer.opens("/DFW/costs?month=x").says("a month is written like 2026-11");
    }

    @Test
    void markup_in_a_name_is_only_text() {
        String name = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{title}";
        UUID image =
                Cast.idOf(cast.producer.uploads("DFW", name, DiskFiles.raw(512)).is(200));
        cast.offers(image, cast.consumer.account);
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        for (TestUser reader : List.of(cast.producer, cast.consumer)) {
            HtmlPage page = reader.opens("/DFW/costs").is(200).says("onerror");
            assertFalse(page.html().contains("<script>") || page.html().contains("<img src=x"), page.html());
        }
    }

    @Test
    void nobody_without_a_sign_in_sees_a_bill() {
        assertTrue(cast.stranger.opensSignedOut("/DFW/costs.csv").url().contains("/test/authorize"));
    }
}
