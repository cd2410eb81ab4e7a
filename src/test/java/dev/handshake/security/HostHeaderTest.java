package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import dev.handshake.testing.TokenIssuer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** No redirect, link or response depends on a foreign host in the request. */
@PortalTest
class HostHeaderTest {

    private static final String EVIL = "evil.example";
    private static final String OURS = "https://portal.example/";
    private static final byte[] NOTHING = new byte[0];

    /** As sent by a client, as forwarded by a proxy, and in other ways. */
    private static final List<List<String>> FOREIGN = List.of(
            List.of("Host: " + EVIL),
            List.of("Host: " + EVIL + ":8443"),
            List.of("Host: localhost:1", "X-Forwarded-Host: " + EVIL),
            List.of("Host: portal.example", "X-Forwarded-Host: " + EVIL + ", portal.example"),
            List.of("Host: " + EVIL, "X-Forwarded-Host: " + EVIL, "X-Forwarded-Port: 666"),
            List.of("Host: portal.example@" + EVIL));

    @Inject
    Vertx vertx;

    private final Cast cast = new Cast();

    @Test
    void no_route_follows_a_foreign_host() {
        Fixtures fixtures = new Fixtures();
        TestUser operator = Cast.newUser("Opal", Cast.newAccountNumber(), Role.ADMIN)
                .withClaim("role", List.of("operator", "admin"));
        Map<TestUser, RouteClient> walkers = new HashMap<>();
        for (RouteExpectation route : RouteExpectation.loadAll().values()) {
            TestUser testUser =
                    route.route().path().contains("/abuse-reports") ? operator : fixtures.adminOf(route.resource());
            String who = walkers.computeIfAbsent(testUser, RouteClient::forUser).credentialHeader(route);
            for (String each : List.of(who, "X-Nobody: here")) {
                RawHttp.RawResponse rawResponse = answer(route, fixtures, List.of("Host: " + EVIL, each));
                assertTrue(
                        route.isApi() || rawResponse.status() == 421, () -> route.route() + ": " + rawResponse.text());
            }
        }
    }

    private static RawHttp.RawResponse answer(RouteExpectation route, Fixtures fixtures, List<String> headers) {
        String good = fixtures.fillIn(route.body());
        String body = route.isGet() ? "" : route.isMultipart() ? RouteClient.multipartBody(good) : good;
        List<String> all = new ArrayList<>(headers);
        all.add("Content-Type: " + route.contentType());
        return answer(route.route().method(), route.path(fixtures), all, body.getBytes(StandardCharsets.UTF_8));
    }

    /** @return a response that does not contain the foreign host */
    private static RawHttp.RawResponse answer(String method, String target, List<String> headers, byte[] body) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of("X-Forwarded-Proto: https", "Content-Length: " + body.length, "Connection: close"));
        String head = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", all) + "\r\n\r\n";
        RawHttp.RawResponse rawResponse = RawHttp.send(
                (head + new String(body, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
        String asked = method + " " + target + " " + headers + ": " + rawResponse.text();
        assertTrue(rawResponse.status() >= 200 && rawResponse.status() < 500, asked);
        assertFalse(rawResponse.text().contains(EVIL), asked);
        return rawResponse;
    }

    @Test
    void whichever_way_it_is_written() {
        cast.producer.opens("/account");
        String token = "X-Auth-Token: " + TokenIssuer.token(cast.producer.claims());
        for (List<String> foreign : FOREIGN) {
            for (String page :
                    List.of("/", "/DFW/images", "/logout", "/login/callback?code=x&state=y", "/signed-out")) {
                assertEquals(421, answer("GET", page, foreign, NOTHING).status(), foreign + page);
            }
            String links = answer("GET", "/DFW/versions", foreign, NOTHING).text();
            assertTrue(links.contains("\"" + OURS + "DFW/v2/\""), links);
            List<String> headers = new ArrayList<>(foreign);
            headers.addAll(List.of(token, "Content-Type: application/json"));
            String made = answer("POST", "/DFW/v2/images", headers, "{}".getBytes(StandardCharsets.UTF_8))
                    .text();
            assertTrue(made.startsWith("HTTP/1.1 201 "), made);
            assertTrue(made.toLowerCase(Locale.ROOT).contains("location: " + OURS + "dfw/v2/images/"), made);
            assertEquals(200, answer("GET", "/DFW/servers", headers, NOTHING).status(), "the API's, with a token");
        }
    }

    @Test
    void a_request_line_with_a_host_of_its_own_is_turned_away() {
        for (String path : List.of("/signed-out", "/DFW/versions")) {
            RawHttp.RawResponse rawResponse =
                    answer("GET", "http://" + EVIL + path, List.of("Host: portal.example"), NOTHING);
            assertEquals(400, rawResponse.status(), rawResponse.text());
        }
    }

    /** URLs are made from the host, and these characters would end it early. */
    @Test
    void what_is_no_host_is_turned_away() {
        List<String> headers =
                List.of("X-Auth-Token: " + TokenIssuer.token(cast.producer.claims()), "Content-Type: application/json");
        for (String host :
                List.of("?", "??:80", "portal.example?x", "#", "portal.example#x", "/", "portal.example/x")) {
            for (String header : List.of("Host: " + host, "Host: portal.example\r\nX-Forwarded-Host: " + host)) {
                List<String> all = new ArrayList<>(headers);
                all.add(header);
                RawHttp.RawResponse rawResponse =
                        answer("POST", "/DFW/v2/images", all, "{}".getBytes(StandardCharsets.UTF_8));
                assertEquals(400, rawResponse.status(), header + rawResponse.text());
            }
        }
    }

    @Test
    void in_http_2_too() throws Exception {
        assertEquals(421, http2(EVIL));
        assertEquals(200, http2("portal.example"));
        assertEquals(200, http2("localhost"));
    }

    private int http2(String host) throws Exception {
        URI portal = URI.create(TestUser.baseUrl());
        var clear =
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);
        var asked = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(portal.getPort(), "127.0.0.1"))
                .setHost(host)
                .setPort(host.equals("localhost") ? portal.getPort() : 443)
                .setURI("/signed-out");
        var client = vertx.createHttpClient(clear);
        try {
            return client.request(asked)
                    .compose(HttpClientRequest::send)
                    .map(HttpClientResponse::statusCode)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } finally {
            client.close();
        }
    }

    @Test
    void the_portals_own_host_and_the_machine_itself_are_answered() {
        for (String host :
                List.of("portal.example", "PORTAL.example", "portal.example:443", "localhost:8080", "127.0.0.1:8080")) {
            RawHttp.RawResponse rawResponse = answer("GET", "/signed-out", List.of("Host: " + host), NOTHING);
            assertEquals(200, rawResponse.status(), host + rawResponse.text());
        }
    }

    /** Probes use the IP address and the management port. */
    @Test
    void health_and_metrics_are_asked_for_by_any_host() throws Exception {
        int port = URI.create(ConfigProvider.getConfig().getValue("test.management.url", String.class))
                .getPort();
        for (String path : List.of("/q/health/live", "/q/metrics")) {
            URI probe = URI.create("http://127.0.0.1:" + port + path);
            var answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(HttpRequest.newBuilder(probe).build(), BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), path);
        }
    }
}
