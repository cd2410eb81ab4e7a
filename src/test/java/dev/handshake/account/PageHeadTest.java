package dev.handshake.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.jsoup.Connection;
import org.junit.jupiter.api.Test;

/** The header is on every page, whatever was refused. */
@PortalTest
@AlsoOnH2
class PageHeadTest {

    private final Cast cast = new Cast();

    @Test
    void what_is_not_found_keeps_region_tabs_and_account() {
        for (String path : List.of("/ORD/images/" + UUID.randomUUID(), "/ORD/nothing-here", "/ORD/images/x/y/z")) {
            HtmlPage missing = cast.producer.opens(path).is(404);
            assertHead(missing, "ORD", cast.producer);
            assertEquals(List.of("/ORD/images"), hrefs(missing, "main a"));
            missing.says("Signed in as Nora, account " + cast.producer.account);
        }
    }

    @Test
    void what_is_not_allowed_keeps_them_too() {
        HtmlPage refused = cast.observer.opens("/ORD/images/uploads").is(403);
        assertHead(refused, "ORD", cast.observer);
        refused.says("Signed in as Olga, account " + cast.observer.account);
    }

    @Test
    void a_region_that_the_account_lacks_gives_way_to_its_first() {
        assertHead(cast.producer.opens("/LON/images").is(404), "DFW", cast.producer);
        assertHead(cast.producer.opens("/nowhere").is(404), "DFW", cast.producer);
    }

    private static void assertHead(HtmlPage page, String region, TestUser user) {
        assertEquals(List.of(region), page.texts("header .menu .chip-button"));
        assertEquals("/" + region + "/invitations", hrefs(page, "nav.tabs a").get(2));
        assertTrue(page.texts(".account-menu").toString().contains(user.account), page.html());
        assertEquals(List.of(), hrefs(page, "main a[href='/logout']"), "the way out is in the header alone");
    }

    @Test
    void an_ended_session_leads_to_sign_in_not_out() {
        TestUser nobody = cast.stranger;
        HtmlPage refused = nobody.send(
                        nobody.requestTo("/DFW/invitations/acceptances").method(Connection.Method.POST))
                .is(401);
        assertEquals(List.of("/"), hrefs(refused, "main a"));
        assertEquals(List.of("Sign in (new tab)"), refused.texts("main a"));
    }

    @Test
    void an_incomplete_sign_in_has_the_way_out_alone() {
        HtmlPage incomplete =
                cast.stranger.withClaim("role", "emperor").opens("/DFW/images").is(403);
        assertEquals(List.of("/logout"), hrefs(incomplete, "main a"));
        assertNull(incomplete.element("nav.tabs"));
    }

    @Test
    void another_region_shows_the_same_page() {
        assertEquals(
                List.of("/DFW/invitations", "/ORD/invitations"),
                regionLinks(cast.consumer.opens("/DFW/invitations?status=rejected")));
        assertEquals(
                List.of("/DFW/images", "/ORD/images"),
                regionLinks(cast.producer.opens("/DFW/images/" + cast.image("only here"))));
        assertEquals(List.of("/DFW/images", "/ORD/images"), regionLinks(cast.producer.opens("/account")));
    }

    private static List<String> regionLinks(HtmlPage page) {
        return hrefs(page.is(200), "header .menu:not(.account-menu) li a");
    }

    @Test
    void the_theme_is_kept_in_the_browser_and_leads_back_to_the_page() {
        TestUser user = cast.producer;
        assertEquals("system", theme(user.opens("/DFW/offers?status=pending")));
        HtmlPage dark = user.posts("/account/theme", "theme", "dark", "page", "/DFW/offers?status=pending");
        assertTrue(dark.is(200).url().endsWith("/DFW/offers?status=pending"), dark.url());
        assertEquals("dark", theme(dark));
        assertEquals(List.of("Dark"), dark.texts(".themes [aria-pressed=true]"));
        assertEquals("dark", theme(user.opens("/DFW/nothing-here").is(404)));
        assertEquals("system", theme(user.posts("/account/theme", "theme", "system", "page", "/account")));
        assertEquals("system", theme(user.posts("/account/theme", "theme", "<b>", "page", "/account")));
    }

    @Test
    void choosing_a_theme_never_leads_elsewhere() {
        for (String page : List.of(
                "//evil.example", "https://evil.example", "/\\evil.example", "", "/%zz", "/a\nb", "javascript:x")) {
            HtmlPage after = cast.producer.posts("/account/theme", "theme", "light", "page", page);
            assertEquals("/account", after.is(200).path(), page);
            assertTrue(after.url().startsWith(TestUser.baseUrl() + "/"), after.url());
        }
    }

    private static String theme(HtmlPage page) {
        return page.element("html").attr("data-theme");
    }

    private static List<String> hrefs(HtmlPage page, String css) {
        return page.elements(css).stream().map(each -> each.attr("href")).toList();
    }
}
