package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in and sign-out with the identity provider. */
@ExtendWith(BrowserEnvironmentExtension.class)
class SignInIT {

    private final BrowserEnvironment browserEnvironment;

    SignInIT(BrowserEnvironment browserEnvironment) {
        this.browserEnvironment = browserEnvironment;
    }

    @Test
    void signing_in_leads_to_the_page_asked_for() {
        browserEnvironment
                .newUser("iris")
                .signsIn("/ORD/invitations?status=rejected")
                .isOn("/ORD/invitations?status=rejected");
    }

    @Test
    void the_first_page_is_the_first_region_in_the_operators_order() {
        browserEnvironment
                .newUser("nora")
                .signsIn("/")
                .isOn("/DFW/images")
                .sees("Nora Lind", "100200")
                .expands("DFW")
                .sees("ORD");
    }

    @Test
    void signing_out_ends_it_here_and_at_the_provider() {
        BrowserUser nora =
                browserEnvironment.newUser("nora").signsIn("/account").sees("Nora Lind");
        nora.expands("Account menu").follows("Sign out").sees("You are signed out");
        assertEquals("/signed-out", nora.path());
        assertTrue(session(nora).isEmpty(), "no session is left");
        assertTrue(nora.opens("/account").path().startsWith("/realms/cloud/"), "asked to sign in again");
    }

    /** The realm's ID tokens expire after 20 seconds; the provider, which knows of the sign-out, is asked then. */
    @Test
    void a_copied_cookie_ends_soon_after_the_sign_out() throws Exception {
        BrowserUser nora =
                browserEnvironment.newUser("nora").signsIn("/account").sees("Nora Lind");
        BrowserUser thief = browserEnvironment.newUser("nora");
        thief.cookies().add(session(nora));
        thief.opens("/account").sees("Nora Lind");
        nora.expands("Account menu").follows("Sign out").sees("You are signed out");
        Thread.sleep(21_000);
        assertTrue(thief.opens("/account").path().startsWith("/realms/cloud/"), thief.path());
        assertTrue(session(thief).isEmpty(), "the cookie is taken away");
    }

    @Test
    void back_shows_nothing_once_somebody_is_signed_out() {
        BrowserUser nora = browserEnvironment
                .newUser("nora")
                .signsIn("/DFW/images")
                .opens("/account")
                .sees("Nora Lind");
        nora.expands("Account menu").follows("Sign out").sees("You are signed out");
        nora.tab().back();
        nora.doesNotSee("Nora Lind");
        assertTrue(nora.path().startsWith("/realms/cloud/"), nora.path());
    }

    /** Each sign-in started would leave a cookie, until the browser sends more than the portal accepts. */
    @Test
    void a_page_that_asks_on_after_its_session_begins_no_sign_ins() throws Exception {
        BrowserUser nora = browserEnvironment.newUser("nora").signsIn("/DFW/images");
        nora.cookies().clear();
        Object statuses = nora.runsScript("""
                async () => (await Promise.all([...Array(44)].map(each => fetch(location.href))))
                    .map(answer => answer.status).filter(status => status !== 401)
                """);
        assertEquals(List.of(), statuses);
        assertEquals(List.of(), nora.cookies().all(), "none at all");
        nora.runsScript("""
                () => {
                  window.asked = 0;
                  const ask = window.fetch;
                  window.fetch = (...what) => { window.asked++; return ask(...what); };
                  document.querySelector('main').insertAdjacentHTML('beforeend', '<p id="at-work" data-live></p>');
                  const script = document.createElement('script');
                  script.src = '/handshake.js';
                  document.head.append(script);
                }
                """);
        Thread.sleep(6_000);
        assertEquals(1, nora.runsScript("() => window.asked"), "it stops");
        assertTrue(nora.opens("/DFW/images").path().startsWith("/realms/cloud/"), "asked to sign in again");
    }

    @Test
    void no_script_and_no_foreign_site_gets_the_session() {
        List<Cookie> session = session(browserEnvironment.user("iris"));
        assertFalse(session.isEmpty(), "somebody is signed in");
        assertAll(session.stream().map(each -> () -> {
            assertTrue(each.httpOnly, each.name);
            assertEquals(SameSiteAttribute.LAX, each.sameSite, each.name);
        }));
    }

    @Test
    void a_sign_in_without_account_number_says_what_it_lacks() {
        browserEnvironment
                .newUser("pia")
                .signsIn("/")
                .sees("Your sign-in has no account number", "sign out and sign in again");
    }

    private static List<Cookie> session(BrowserUser browserUser) {
        return browserUser.cookies().all().stream()
                .filter(each -> each.name.startsWith("q_session"))
                .toList();
    }
}
