package dev.handshake.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TokenIssuer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the access log contains, and what it never does. */
@PortalTest
class AccessLogTest {

    private final Cast cast = new Cast();
    private final AccessLogCapture lines = new AccessLogCapture();

    @BeforeEach
    void listen() {
        lines.attach();
    }

    @AfterEach
    void stop() {
        lines.detach();
    }

    @Test
    void a_request_is_a_line_with_number_account_and_address_as_the_code_writes_it() throws InterruptedException {
        UUID image = cast.image("seen");
        ApiClient.ApiResponse apiResponse = ApiClient.forUser(cast.producer).get("/v2/images/" + image);
        Map<String, String> line = lines.fieldsOf(apiResponse.is(200).header("X-Request-Id"));
        assertEquals(cast.producer.account, line.get("account"));
        assertEquals("/{region}/v2/images/{id}", line.get("route"));
        assertEquals("GET", line.get("method"));
        assertEquals("200", line.get("status"));
        assertTrue(line.get("durationMs").matches("[0-9]+"), line.toString());
    }

    @Test
    void pages_are_logged_too_each_once_whatever_leads_there() throws InterruptedException {
        String number = "page-" + UUID.randomUUID();
        cast.producer.opens("/account").is(200);
        cast.producer
                .send(cast.producer.requestTo("/DFW/images").header("X-Request-Id", number))
                .is(200);
        assertEquals("/{region}/images", lines.fieldsOf(number).get("route"));
        assertEquals(cast.producer.account, lines.fieldsOf(number).get("account"));
        String led = "led-" + UUID.randomUUID();
        ApiClient.forUser(cast.producer).get("/account", "X-Request-Id", led).is(200);
        assertEquals("/{region}/v2/account", lines.fieldsOf(led).get("route"));
        assertEquals(1, lines.count(led));
    }

    @Test
    void a_number_that_is_brought_is_kept_and_one_that_is_odd_is_not() throws InterruptedException {
        for (String header : List.of("X-Request-Id", "X-Openstack-Request-Id")) {
            String number = "req-" + UUID.randomUUID();
            ApiClient.ApiResponse kept = new ApiClient().get("/v2/images", header, number);
            assertEquals(number, kept.header("X-Request-Id"));
            assertEquals(number, kept.header("X-Openstack-Request-Id"));
            for (String odd : List.of("short", "x".repeat(65), "a b c d e f g h", "<script>alert</script>")) {
                assertNotEquals(
                        odd, new ApiClient().get("/v2/images", header, odd).header("X-Request-Id"));
            }
        }
    }

    @Test
    void two_requests_without_a_number_have_two() {
        String one = new ApiClient().get("/v2/images").header("X-Request-Id");
        String other = new ApiClient().get("/v2/images").header("X-Request-Id");
        assertTrue(one.matches("req-[0-9a-f-]{36}"), one);
        assertNotEquals(one, other);
    }

    @Test
    void nobody_has_the_account_of_who_came_before() throws InterruptedException {
        for (int each = 0; each < 10; each++) {
            ApiClient.forUser(cast.producer).get("/v2/images").is(200);
            ApiClient.ApiResponse nobody = new ApiClient().get("/v2/images").is(401);
            Map<String, String> line = lines.fieldsOf(nobody.header("X-Request-Id"));
            assertEquals("401", line.get("status"));
            assertFalse(line.containsKey("account"), line.toString());
        }
    }

    @Test
    void tokens_cookies_ids_and_what_is_asked_for_are_in_no_line() throws InterruptedException {
        String token = TokenIssuer.token(cast.producer.claims());
        String odd = UUID.randomUUID().toString();
        new ApiClient(token).get("/v2/images?name=" + odd + "&signature=" + odd).is(200);
        new ApiClient(odd)
                .get("/v2/images/" + odd, "Cookie", "q_session=" + odd)
                .is(401);
        new ApiClient().withHeader("Authorization", "Bearer " + odd).get("/" + odd + "?link=" + odd);
        new ApiClient().get("/unsubscriptions/" + odd, "Referer", "https://x.example/" + odd);
        String last = "last-" + odd.substring(0, 8);
        new ApiClient().get("/v2/images", "X-Request-Id", last);
        lines.fieldsOf(last);
        assertFalse(lines.allText().replace(last, "").contains(odd), lines.allText());
        assertFalse(lines.allText().contains(token.substring(0, 30)), lines.allText());
    }
}
