package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Security headers of responses. */
@PortalTest
class SecurityHeadersTest {

    private final Cast cast = new Cast();

    @Test
    void every_answer_names_what_browsers_may_do_with_it() {
        for (String path :
                List.of("/DFW/images", "/nowhere", "/handshake.js", "/signed-out", "/DFW/images/%zz", "/DFW/v2")) {
            HtmlPage page = cast.producer.opens(path);
            assertEquals("nosniff", page.header("X-Content-Type-Options"), path);
            assertEquals("same-origin", page.header("Referrer-Policy"), path);
            assertEquals("same-origin", page.header("Cross-Origin-Opener-Policy"), path);
            assertEquals("same-origin", page.header("Cross-Origin-Resource-Policy"), path);
            assertTrue(page.header("Permissions-Policy").contains("camera=()"), path);
            String policy = page.header("Content-Security-Policy");
            assertTrue(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe") || policy.contains("*"), policy);
        }
    }

    /** Responses with personal data or redirects to sign-in must not be cached. */
    @Test
    void no_answer_about_anybody_is_kept() {
        Fixtures fixtures = new Fixtures();
        for (RouteExpectation route : RouteExpectation.loadAll().values()) {
            boolean isTheSameForAll = route.pathTemplate().equals("/speculation-rules");
            if (route.isGet() && !isTheSameForAll) {
                String known =
                        RouteClient.forUser(fixtures.adminOf(route.resource())).credentialHeader(route);
                for (String who : List.of(known, "X-Nobody: here")) {
                    RawHttp.RawResponse rawResponse =
                            RawHttp.send("GET", route.path(fixtures), List.of(who, "Accept: */*"), new byte[0]);
                    assertTrue(
                            rawResponse.text().matches("(?is).*\r\ncache-control: [^\r]*no-store.*"),
                            who + route + rawResponse.text());
                }
            }
        }
    }

    /** Their URLs do not change between releases. */
    @Test
    void styles_and_scripts_are_kept_for_a_while_and_sent_again_only_where_they_changed() {
        for (String path :
                List.of("/handshake.css", "/handshake.js", "/webjars/bootstrap/dist/css/bootstrap.min.css")) {
            ApiClient.ApiResponse first = new ApiClient().get(path).is(200);
            assertEquals("public, immutable, max-age=600", first.header("Cache-Control"), path);
            String since = first.header("Last-Modified");
            new ApiClient().withHeader("If-Modified-Since", since).get(path).is(304);
        }
    }

    /** The content security policy would block them. */
    @Test
    void no_page_has_script_or_style_in_it() {
        Fixtures fixtures = new Fixtures();
        for (RouteExpectation route : RouteExpectation.loadAll().values()) {
            if (route.isGet() && !route.isApi() && !route.path(fixtures).matches(".*/data\\?.*|.*csv")) {
                HtmlPage page = fixtures.adminOf(route.resource()).opens(route.path(fixtures));
                List<Element> inline = new ArrayList<>(page.elements("style, [style], script:not([src])"));
                page.elements("*").stream()
                        .filter(each -> each.attributes().asList().stream()
                                .anyMatch(attribute -> attribute.getKey().startsWith("on")))
                        .forEach(inline::add);
                assertTrue(inline.isEmpty(), () -> route.route() + ": " + inline);
            }
        }
    }

    /** By every answer: a page, a file, the API, a path that is not there. */
    @Test
    void browsers_are_told_to_come_by_https_only() {
        for (String path : List.of("/signed-out", "/handshake.css", "/DFW/v2/images", "/nowhere")) {
            String header = new ApiClient()
                    .withHeader("X-Forwarded-Proto", "https")
                    .withHeader("X-Forwarded-Host", "portal.example")
                    .get(path)
                    .header("Strict-Transport-Security");
            assertEquals("max-age=31536000", header, path);
        }
    }

    @Test
    void cookies_stay_off_plain_http_once_the_browser_came_by_https() {
        cast.producer.opens("/account");
        ApiClient byHttps = new ApiClient()
                .withHeader("Cookie", ConcurrentRequests.sessionCookies(cast.producer))
                .withHeader("Content-Type", "application/x-www-form-urlencoded")
                .withHeader("X-Forwarded-Proto", "https");
        String flash = byHttps.post("/DFW/notifications/readings", "").is(303).header("Set-Cookie");
        assertTrue(flash.matches("(?i)flash=.*; Secure; HttpOnly; SameSite=Lax"), flash);
        List<String> begun = new ApiClient()
                .accepting("text/html")
                .withHeader("X-Forwarded-Proto", "https")
                .get("/DFW/images")
                .is(302)
                .response()
                .headers()
                .allValues("Set-Cookie");
        assertFalse(begun.isEmpty());
        begun.forEach(each -> assertTrue(each.matches("(?i).*Secure.*") && each.matches("(?i).*HttpOnly.*"), each));
    }

    @Test
    void no_address_leads_away_from_the_portal() {
        for (String path : List.of(
                "//evil.example",
                "/%2f%2fevil.example",
                "/\\evil.example",
                "/%5cevil.example",
                "/https://evil.example",
                "/DFW//evil.example/images",
                "/.//evil.example",
                "/logout?post_logout_redirect_uri=https://evil.example",
                "/signed-out?redirect_uri=//evil.example",
                "/DFW/v2//evil.example",
                "//evil.example/v2",
                "//evil.example/")) {
            RawHttp.RawResponse rawResponse = RawHttp.send("GET", path, List.of(), new byte[0]);
            rawResponse
                    .text()
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:"))
                    .forEach(line -> {
                        String target = line.substring(9).strip();
                        boolean isOurs = target.startsWith("/") && !target.matches("/[/\\\\].*")
                                || target.startsWith(TestUser.baseUrl() + "/");
                        assertTrue(
                                isOurs || target.matches("http://localhost:\\d+/test/(authorize|endsession)\\?.*"),
                                path + " " + line);
                        assertFalse(
                                target.matches("(?i).*redirect_uri=(?!http(://|%3A%2F%2F)localhost).*"),
                                path + " " + line);
                    });
        }
    }
}
