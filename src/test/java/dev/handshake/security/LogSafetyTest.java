package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** What the log must and must not contain. */
@PortalTest
class LogSafetyTest {

    private static final byte[] NOTHING = new byte[0];
    private static final String FORGED = "2026-01-01 00:00:00,000 INFO forged";

    private final Cast cast = new Cast();

    @Test
    void nothing_that_was_sent_makes_a_line_of_its_own() {
        try (LogCapture log = new LogCapture()) {
            ApiClient owner = ApiClient.forUser(cast.producer);
            for (String line : List.of("\\n", "\\r\\n", "\\u0085", "\\u2028")) {
                owner.post("/v2/images", "{\"name\":\"a" + line + FORGED + "\",\"x\":\"" + line + FORGED + "\"}");
                owner.post("/v2/images", "{\"name\":\"a" + line + FORGED);
            }
            for (String encoded : List.of("%0a", "%0d%0a", "%c2%85", "%e2%80%a8")) {
                String forged = encoded + FORGED.replace(' ', '+');
                String target = "/DFW/images/" + forged + "?q=" + forged;
                RawHttp.send("GET", target, List.of("Cookie: " + cookies(), "User-Agent: " + forged), NOTHING);
                RawHttp.send("GET", "/login/callback?state=" + forged + "&code=" + forged, List.of(), NOTHING);
                sendBrokenForm("/DFW/offer-batches/reviews?x=" + forged);
            }
            new ApiClient(FakeKeystone.token(Map.of("project", "1\n" + FORGED, "status", 500))).get("/v2/images");
            Exception broken = new IllegalStateException("a\n" + FORGED, new RuntimeException("b\r\n" + FORGED));
            Logger.getLogger("some.library").errorf(broken, "%s and %s", "c\n" + FORGED, "d\u001b[2J\u2028" + FORGED);
            String written = log.text();
            assertTrue(written.contains("c\\u000a" + FORGED), written);
            assertTrue(written.contains("at dev.handshake.security.LogSafetyTest"), written);
            written.lines().forEach(line -> assertFalse(line.startsWith(FORGED), line));
            assertFalse(written.matches("(?s).*[\u001b\u0085\u2028].*"), written);
        }
    }

    private String cookies() {
        cast.producer.opens("/account");
        return ConcurrentRequests.sessionCookies(cast.producer);
    }

    /** Causes an error that the portal's libraries log with the URL. */
    private void sendBrokenForm(String target) {
        List<String> headers = List.of(
                "Cookie: " + cookies(),
                "Content-Type: application/x-www-form-urlencoded",
                "Transfer-Encoding: chunked");
        String body = "\r\n200000\r\n" + "x".repeat(0x200000) + "\r\n0\r\n\r\n";
        RawHttp.send((RawHttp.head("POST", target, headers) + body).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothing_that_opens_a_door_stands_in_the_log() {
        try (LogCapture log = new LogCapture()) {
            String token = TokenIssuer.token(cast.producer.claims());
            String keystone = FakeKeystone.token(Map.of("project", "1", "status", 500));
            String late = TokenIssuer.token(Map.of("seconds", -3600, "account", cast.producer.account));
            for (String each : List.of(token, keystone, late, token + "x", "opensesame-token")) {
                new ApiClient(each).get("/v2/images");
                new ApiClient()
                        .withHeader("Authorization", "Bearer " + each)
                        .get("/v2/images/" + each + "?token=" + each);
            }
            String links = "/DFW/exports/1/data?until=1&signature=opensesame";
            cast.producer.opens(links);
            sendBrokenForm(links);
            sendBrokenForm("/login/callback?code=opensesame&state=opensesame");
            RawHttp.send(
                    "GET",
                    "/login/callback?code=opensesame&state=opensesame",
                    List.of("Cookie: " + cookies()),
                    NOTHING);
            Logger.getLogger("some.library").errorf("Authorization: Bearer %s; client_secret=opensesame", token);
            String written = log.text();
            assertTrue(written.contains("Who asks could not be checked"), written);
            for (String secret : List.of("opensesame", signature(token), signature(late), keystone, clientSecret())) {
                assertEquals(-1, written.indexOf(secret), () -> secret + " in " + written);
            }
            cast.producer.cookies().values().stream()
                    .filter(each -> each.length() > 20)
                    .forEach(each -> assertFalse(written.contains(each), written));
        }
    }

    private static String signature(String token) {
        return token.split("\\.")[2];
    }

    private static String clientSecret() {
        return ConfigProvider.getConfig().getValue("quarkus.oidc.credentials.secret", String.class);
    }
}
