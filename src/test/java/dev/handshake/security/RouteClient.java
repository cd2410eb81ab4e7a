package dev.handshake.security;

import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.TestUser;
import dev.handshake.testing.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A client for routes: with a session at pages, a token at the API, or neither. */
class RouteClient {

    /** A response; redirects are not followed. */
    record RouteResponse(int status, String body, String location) {}

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String cookies;
    private final String token;
    private String origin;

    private RouteClient(String cookies, String token) {
        this.cookies = cookies;
        this.token = token;
    }

    static RouteClient anonymous() {
        return new RouteClient(null, null);
    }

    static RouteClient forUser(TestUser testUser) {
        testUser.opens("/account");
        return new RouteClient(ConcurrentRequests.sessionCookies(testUser), TokenIssuer.token(testUser.claims()));
    }

    RouteClient withOrigin(String page) {
        RouteClient there = new RouteClient(cookies, token);
        there.origin = page;
        return there;
    }

    /** The header that authenticates the client. */
    String credentialHeader(RouteExpectation route) {
        return route.isApi() ? "X-Auth-Token: " + token : "Cookie: " + cookies;
    }

    RouteResponse call(RouteExpectation route, Fixtures fixtures) {
        return call(route, route.path(fixtures), fixtures.fillIn(route.body()));
    }

    RouteResponse call(RouteExpectation route, String address, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestUser.baseUrl() + address));
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (token != null && route.isApi()) {
            request.header("X-Auth-Token", token);
        }
        if (cookies != null && !route.isApi()) {
            request.header("Cookie", cookies);
        }
        return send(request.header("Content-Type", route.contentType())
                .method(
                        route.route().method(),
                        BodyPublishers.ofString(route.isMultipart() ? multipartBody(body) : body))
                .build());
    }

    static String multipartBody(String name) {
        return "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + name
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"own\"\r\n\r\n"
                + "0".repeat(512) + "\r\n--x--\r\n";
    }

    private static RouteResponse send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            String onward = response.headers().firstValue("Location").orElse("");
            return new RouteResponse(
                    response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), onward);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(request.toString(), broken);
        }
    }
}
