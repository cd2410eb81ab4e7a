package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.PortalTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Cookies behind a proxy that terminates TLS, as the browser sees them. */
@PortalTest
class CookiePrefixTest {

    private static final String OUTSIDE = "https://portal.example";

    private final Map<String, String> jar = new TreeMap<>();
    private final List<String> all = new ArrayList<>();

    @Test
    void every_one_belongs_to_this_host_alone() throws IOException {
        String signedIn = signsIn("/DFW/images");
        assertTrue(signedIn.startsWith("HTTP/1.1 200 "), signedIn);
        assertTrue(jar.keySet().stream().anyMatch(name -> name.startsWith("__Host-q_session")), jar::toString);
        assertFalse(jar.containsKey("__Host-q_auth"), "what was begun is ended");
        String posted = get("POST", "/DFW/notifications/readings");
        assertTrue(posted.startsWith("HTTP/1.1 303 "), posted);
        assertTrue(jar.containsKey("__Host-flash"), jar::toString);
        String shown = get("GET", "/DFW/notifications");
        assertTrue(shown.contains("note-done"), shown);
        assertFalse(jar.containsKey("__Host-flash"), "it is shown once");
        String out = get("GET", "/logout");
        assertTrue(out.startsWith("HTTP/1.1 302 "), out);
        assertTrue(jar.keySet().stream().noneMatch(name -> name.contains("q_session")), jar::toString);
        assertTrue(all.size() >= 7, all::toString);
        for (String cookie : all) {
            assertTrue(cookie.startsWith("__Host-"), cookie);
            assertTrue(cookie.contains("; Path=/;") && cookie.contains("; Secure"), cookie);
            assertTrue(cookie.toLowerCase(Locale.ROOT).contains("; httponly"), cookie);
            assertFalse(cookie.toLowerCase(Locale.ROOT).contains("domain="), cookie);
        }
    }

    /** As another host under the same domain, or a page over plain HTTP, could set it. */
    @Test
    void one_without_the_prefix_is_none_of_ours() throws IOException {
        signsIn("/DFW/images");
        Map<String, String> planted = new TreeMap<>();
        jar.forEach((name, value) -> planted.put(name.replace("__Host-", ""), value));
        jar.clear();
        jar.putAll(planted);
        String answer = get("GET", "/account");
        assertTrue(answer.startsWith("HTTP/1.1 302 "), answer);
        assertTrue(location(answer).contains("/authorize?"), answer);
    }

    @Test
    void on_the_machine_itself_they_have_no_prefix() {
        var testUser = Cast.newUser("Here", Cast.newAccountNumber(), Role.ADMIN);
        testUser.opens("/account").is(200);
        assertFalse(ConcurrentRequests.sessionCookies(testUser).isEmpty());
        assertTrue(testUser.setCookieHeaders().stream().noneMatch(each -> each.startsWith("__Host-")));
    }

    private String signsIn(String path) throws IOException {
        String begun = get("GET", path);
        assertTrue(jar.containsKey("__Host-q_auth"), begun);
        String claims = "{\"account\":\"%s\",\"role\":\"admin\",\"regions\":[\"DFW\"],\"name\":\"Out\"}";
        String back = Jsoup.connect(location(begun))
                .method(Connection.Method.POST)
                .followRedirects(false)
                .data("username", "out", "claims", claims.formatted(Cast.newAccountNumber()))
                .execute()
                .header("Location");
        assertTrue(back.startsWith(OUTSIDE + "/login/callback?"), back);
        URI callback = URI.create(back);
        String asked = location(get("GET", callback.getRawPath() + "?" + callback.getRawQuery()));
        assertEquals(OUTSIDE + path, asked);
        return get("GET", path);
    }

    private String get(String method, String target) {
        List<String> cookies = jar.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
        String head = method + " " + target + " HTTP/1.1\r\nHost: portal.example\r\nX-Forwarded-Proto: https\r\n"
                + "Accept: text/html\r\nConnection: close\r\nContent-Length: 0\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nCookie: " + String.join("; ", cookies)
                + "\r\n\r\n";
        String answer = RawHttp.send(head.getBytes(StandardCharsets.ISO_8859_1)).text();
        headers(answer, "set-cookie:").forEach(this::storeCookie);
        return answer;
    }

    private void storeCookie(String cookie) {
        all.add(cookie);
        String name = cookie.substring(0, cookie.indexOf('='));
        jar.remove(name);
        if (!cookie.contains("Max-Age=0")) {
            jar.put(name, cookie.substring(name.length() + 1, cookie.indexOf(';')));
        }
    }

    private static String location(String answer) {
        return headers(answer, "location:").get(0);
    }

    private static List<String> headers(String answer, String name) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .toList();
    }
}
