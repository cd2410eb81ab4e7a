package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests with an ambiguous path are refused before anything acts on it. */
@PortalTest
class AmbiguousPathTest {

    private static final byte[] NOTHING = {};

    private final Cast cast = new Cast();

    @Test
    void a_session_does_not_open_the_api_by_a_semicolon() {
        cast.producer.opens("/account");
        String cookie = "Cookie: " + ConcurrentRequests.sessionCookies(cast.producer);
        for (String path : List.of(
                "/DFW/v2;/images",
                "/DFW;/v2/images",
                "/DFW/v2/images;x=1",
                "/DFW//v2/images",
                "/DFW/x/../v2/images",
                "/DFW/%2e/v2/images",
                "/DFW%2Fv2/images",
                "/DFW%5cv2/images",
                "/DFW/v2/images/%00")) {
            RawHttp.RawResponse rawResponse = RawHttp.send("GET", path, List.of(cookie), NOTHING);
            assertRefused(rawResponse, 400, path);
            assertJson(rawResponse, path);
        }
    }

    @Test
    void the_pages_refuse_such_addresses_too() {
        cast.producer.opens("/account");
        String cookie = "Cookie: " + ConcurrentRequests.sessionCookies(cast.producer);
        for (String path : List.of(
                "/DFW/images;x",
                "//DFW/images",
                "/DFW/./images",
                "/DFW/images/..%2f..%2fetc",
                "/DFW/images/%00",
                "/%00/images",
                "/DFW/notifications/%00",
                "/DFW/im%5cages",
                "/account;a=b",
                "/DFW/images/%zz")) {
            assertRefused(RawHttp.send("GET", path, List.of(cookie), NOTHING), 400, path);
        }
    }

    @Test
    void a_semicolon_changes_no_tag_and_no_member() {
        UUID image = cast.pending("forked");
        ApiClient apiClient = ApiClient.forUser(cast.producer);
        String token = "X-Auth-Token: " + TokenIssuer.token(cast.producer.claims());
        String members = "/DFW/v2/images/" + image + "/members/" + cast.consumer.account;
        assertRefused(RawHttp.send("DELETE", members + ";x=1", List.of(token), NOTHING), 400, "member");
        assertRefused(
                RawHttp.send("PUT", "/DFW/v2/images/" + image + "/tags/pro;d", List.of(token), NOTHING), 400, "tag");
        assertEquals(0, json(apiClient, image).path("tags").size());
        apiClient
                .get("/v2/images/" + image + "/members/" + cast.consumer.account)
                .is(200);
    }

    /** An escaped character is part of a name in every API version, and never starts a parameter. */
    @Test
    void an_escaped_semicolon_is_read_as_one_in_every_version() {
        ApiClient apiClient = ApiClient.forUser(cast.producer);
        UUID image = apiClient.creates("escaped");
        for (String version : List.of("v2", "v2.1", "v2.15")) {
            String tag = "/" + version + "/images/" + image + "/tags/pro%3Bd" + version;
            apiClient.put(tag, "").is(204);
            assertEquals(
                    "[\"pro;d" + version + "\"]",
                    json(apiClient, image).path("tags").toString());
            apiClient.delete(tag).is(204);
        }
        String members = "/v2.1/images/" + cast.pending("escaped too") + "/members/" + cast.consumer.account;
        apiClient.delete(members + "%3Bx=1").is(404);
        apiClient.get(members).is(200);
        apiClient.get(members.replace("/v2.1/", "/v2%2e1/")).is(200);
    }

    @Test
    void a_request_without_a_host_is_refused() {
        for (String request : List.of("GET /DFW/images HTTP/1.0\r\n\r\n", "GET /DFW/v2/images HTTP/1.0\r\n\r\n")) {
            assertRefused(RawHttp.send(request.getBytes(StandardCharsets.US_ASCII)), 400, request);
        }
    }

    @Test
    void a_malformed_type_is_answered_by_the_door() {
        String token = "X-Auth-Token: " + TokenIssuer.token(cast.producer.claims());
        for (String type : List.of("rubbish", "/", "a/", "/json", ";", "a;b/c", "x".repeat(5_000))) {
            for (String method : List.of("POST", "PATCH", "PUT", "DELETE")) {
                String address = "/DFW/v2/images" + (method.equals("POST") ? "" : "/1/file");
                RawHttp.RawResponse rawResponse =
                        RawHttp.send(method, address, List.of(token, "Content-Type: " + type), NOTHING);
                assertRefused(rawResponse, 400, type);
                assertJson(rawResponse, type);
            }
        }
    }

    @Test
    void an_address_without_a_region_names_the_endpoint() {
        for (String path : List.of("/v2", "/v2/", "/v2/images", "/v2.9/images", "/versions")) {
            RawHttp.RawResponse rawResponse = RawHttp.send("GET", path, List.of(), NOTHING);
            assertRefused(rawResponse, 404, path);
            assertJson(rawResponse, path);
            assertTrue(rawResponse.text().contains("https://portal.example/DFW"), rawResponse.text());
        }
    }

    @Test
    void a_preference_as_long_as_a_head_takes_no_time() {
        for (String preference : List.of(
                "a/b;" + " ".repeat(1_400) + "x",
                "a/b" + "; q=0.1 ".repeat(175) + "x",
                "a/b" + ";b=c".repeat(4_000),
                "a/b" + ";b=c d".repeat(2_600),
                "a/b;" + " ".repeat(16_000) + "x",
                "a/b" + ",".repeat(16_000))) {
            for (String header : List.of("Accept: ", "Accept-Language: ")) {
                long begun = System.nanoTime();
                RawHttp.RawResponse rawResponse =
                        RawHttp.send("GET", "/DFW/v2/images", List.of(header + preference), NOTHING);
                assertEquals(401, rawResponse.status(), preference);
                assertTrue(System.nanoTime() - begun < 2_000_000_000L, preference);
            }
        }
    }

    /** RFC 9110, section 5.6.1: elements of a list may be empty. */
    @Test
    void a_preference_of_nothing_is_none() {
        String token = "X-Auth-Token: " + TokenIssuer.token(cast.producer.claims());
        for (String header : List.of("Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language")) {
            for (String nothing : List.of("", ",", ",,,", " , ")) {
                String line = header + ": " + nothing;
                assertEquals(
                        200,
                        RawHttp.send("GET", "/DFW/v2/images", List.of(token, line), NOTHING)
                                .status(),
                        line);
            }
        }
    }

    private static JsonNode json(ApiClient apiClient, UUID image) {
        return apiClient.get("/v2/images/" + image).is(200).json();
    }

    private static void assertRefused(RawHttp.RawResponse rawResponse, int status, String what) {
        assertEquals(status, rawResponse.status(), () -> what + ": " + rawResponse.text());
    }

    private static void assertJson(RawHttp.RawResponse rawResponse, String what) {
        String head = rawResponse.text().toLowerCase(Locale.ROOT);
        assertTrue(head.contains("content-type: application/json"), what + rawResponse.text());
        assertTrue(head.contains("x-openstack-request-id: "), what + rawResponse.text());
    }
}
