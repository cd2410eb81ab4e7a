package dev.handshake.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who can sign in, with which claims. */
@PortalTest
@AlsoOnH2
class SignInTest {

    @Test
    void sign_in_comes_back_to_the_page_asked_for() {
        HtmlPage page = admin().opens("/ORD/images?show=own").is(200);
        assertTrue(page.url().contains("/ORD/images?show=own"), page.url());
        page.says("No images yet");
    }

    @Test
    void sign_in_never_leads_to_another_origin() {
        for (String path : List.of("//evil.example/x", "/\\evil.example", "/DFW/images?next=https://evil.example/")) {
            HtmlPage page = admin().opens(path);
            assertTrue(page.url().startsWith(TestUser.baseUrl() + "/"), page.url());
        }
    }

    @Test
    void pages_are_private_to_the_browser_and_run_no_foreign_script() {
        HtmlPage page = admin().opens("/DFW/images").is(200);
        assertEquals("private, no-store", page.header("Cache-Control"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'self'"));
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
    }

    @Test
    void the_home_page_leads_to_the_first_region() {
        assertEquals("/DFW/images", admin().opens("/").is(200).path());
    }

    @Test
    void everything_but_the_way_out_asks_for_sign_in() {
        for (String path : List.of("/", "/account", "/DFW/images", "/DFW/offers", "/DFW/invitations", "/DFW/history")) {
            HtmlPage login = admin().opensSignedOut(path);
            assertTrue(login.url().contains("/authorize?"), login.url());
            assertTrue(login.url().contains("code_challenge_method=S256"), login.url());
        }
        admin().opensSignedOut("/signed-out").is(200).says("You are signed out", "Sign in again");
    }

    @Test
    void a_script_is_not_led_to_sign_in() {
        for (String[] header : new String[][] {
            {"Accept", "application/json"},
            {"Accept", "application/json, text/plain, */*"},
            {"X-Requested-With", "XMLHttpRequest"},
            {"Sec-Fetch-Mode", "cors"},
            {"Sec-Fetch-Mode", "same-origin"}
        }) {
            TestUser nobody = admin();
            HtmlPage answer = nobody.send(nobody.requestTo("/DFW/images").header(header[0], header[1]));
            assertEquals(401, answer.status(), header[1]);
            assertTrue(nobody.cookies().isEmpty(), nobody.cookies()::toString);
        }
        TestUser browser = admin();
        HtmlPage login = browser.send(browser.requestTo("/DFW/images").header("Sec-Fetch-Mode", "navigate"));
        assertTrue(login.url().contains("/authorize?"), login.url());
    }

    /** Each incomplete sign-in would leave a cookie, and too many cookies cause a 431. */
    @Test
    void sign_ins_that_were_only_begun_leave_one_cookie() {
        TestUser testUser = admin();
        for (int each = 0; each < 50; each++) {
            testUser.opensSignedOut("/DFW/images?page=" + each);
        }
        assertEquals(
                1,
                testUser.cookies().keySet().stream()
                        .filter(name -> name.startsWith("q_auth"))
                        .count(),
                testUser.cookies().toString());
        testUser.opens("/account").is(200);
    }

    @Test
    void the_account_page_shows_the_number_the_regions_and_the_role() {
        TestUser creator = Cast.newUser("Cem Ärslan", Cast.newAccountNumber(), Role.CREATOR);
        creator.opens("/account").is(200).says(creator.account, "DFW", "ORD", "Cem Ärslan", "creator of this account");
    }

    @Test
    void an_incomplete_sign_in_says_what_is_missing_and_whom_to_ask() {
        incomplete(admin().withClaim("account", null), "no account number (claim “account”)");
        incomplete(admin().withClaim("account", "not-a-number"), "does not have the format that this cloud uses");
        incomplete(admin().withClaim("role", null), "no role that this portal knows");
        incomplete(admin().withClaim("role", "emperor"), "no role that this portal knows");
        incomplete(admin().withClaim("regions", null), "no region that this portal serves");
        incomplete(admin().withClaim("regions", List.of("MARS")), "no region that this portal serves");
    }

    private static void incomplete(TestUser testUser, String sentence) {
        testUser.opens("/DFW/images")
                .is(403)
                .says(sentence, "Ask your cloud's support to correct your sign-in", "Sign out");
        testUser.opens("/account").is(403).says(sentence);
        testUser.opens("/").is(403).says(sentence);
        testUser.posts("/DFW/invitations/acceptances").is(403);
    }

    /** The portal cannot know which one is meant, and part of a number may be another account's. */
    @Test
    void several_account_numbers_in_one_sign_in_are_refused() {
        for (Object several : List.of(
                "4711 4712",
                "4711,4712",
                "4711;4712",
                "4711 not-a-number",
                List.of("4711", "4712"),
                List.of(4711, "x"))) {
            incomplete(admin().withClaim("account", several), "several account numbers (claim “account”)");
        }
        for (Object one : List.of(" 4711 ", "4711 4711", List.of("4711"), List.of(4711, "4711"))) {
            admin().withClaim("account", one).opens("/account").is(200).says("4711");
        }
    }

    @Test
    void claims_may_be_words_in_one_string_or_numbers_or_lists() {
        admin().withClaim("regions", "ORD DFW")
                .withClaim("role", List.of("offline_access", "observer", "creator"))
                .withClaim("account", 4711)
                .opens("/account")
                .is(200)
                .says("4711", "DFW ORD", "creator of this account");
    }

    @Test
    void a_person_without_a_name_is_called_as_it_signed_in() {
        admin().withClaim("name", null).opens("/account").is(200).says("You are signed in as Ada");
    }

    @Test
    void cookies_are_kept_from_scripts_and_from_other_sites() {
        TestUser testUser = admin();
        testUser.opens("/account").is(200);
        assertFalse(testUser.cookies().isEmpty());
        List<String> set = testUser.setCookieHeaders();
        assertTrue(set.stream().anyMatch(each -> each.startsWith("q_session=")), set::toString);
        set.removeIf(each -> each.contains("Max-Age=0"));
        set.forEach(each -> assertTrue(each.matches("(?i).*; HttpOnly.*") && each.contains("SameSite=Lax"), each));
    }

    @Test
    void signing_out_ends_the_session() {
        TestUser testUser = admin();
        testUser.opens("/account").is(200);
        testUser.opensSignedOut("/logout");
        assertFalse(
                testUser.cookies().keySet().stream().anyMatch(each -> each.startsWith("q_session")),
                testUser.cookies().toString());
        assertTrue(testUser.opensSignedOut("/account").url().contains("/authorize?"));
    }

    @Test
    void a_region_that_the_account_lacks_is_not_found() {
        TestUser testUser = admin();
        for (String region : List.of("LON", "MARS", "dfw")) {
            for (String page : List.of("images", "offers", "invitations", "history", "images/uploads")) {
                testUser.opens("/" + region + "/" + page).is(404);
            }
        }
        for (String unreadable : List.of("%00", "DFW;x", "x%2fDFW")) {
            testUser.opens("/" + unreadable + "/images").is(400);
            testUser.posts("/" + unreadable + "/invitations/acceptances", "image", "1")
                    .is(400);
        }
    }

    @Test
    void a_post_after_the_session_ended_changes_nothing_and_says_so() {
        TestUser testUser = admin();
        testUser.opens("/account");
        testUser.opensSignedOut("/logout");
        testUser.posts("/DFW/invitations/acceptances", "image", "1")
                .is(401)
                .says("You are no longer signed in", "othing was changed");
    }

    private static TestUser admin() {
        return Cast.newUser("Ada", Cast.newAccountNumber(), Role.ADMIN);
    }
}
