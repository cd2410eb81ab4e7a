package dev.handshake.walls;

import dev.handshake.Person;
import dev.handshake.Rush;
import dev.handshake.TokenDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Somebody who tries routes one by one: with a session at the pages, with a token at the API, or with neither. */
class Walker {

    /** What a route answered; redirects are not followed. */
    record Answer(int status, String body, String onward) {}

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String cookies;
    private final String token;
    private String origin;

    private Walker(String cookies, String token) {
        this.cookies = cookies;
        this.token = token;
    }

    static Walker nobody() {
        return new Walker(null, null);
    }

    static Walker of(Person person) {
        person.opens("/account");
        return new Walker(Rush.cookies(person), TokenDesk.token(person.claims()));
    }

    Walker from(String page) {
        Walker there = new Walker(cookies, token);
        there.origin = page;
        return there;
    }

    /** By which the portal knows who it is. */
    String header(Expected route) {
        return route.isApi() ? "X-Auth-Token: " + token : "Cookie: " + cookies;
    }

    Answer tries(Expected route, Things things) {
        return tries(route, route.address(things), things.fill(route.body()));
    }

    Answer tries(Expected route, String address, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Person.base() + address));
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (token != null && route.isApi()) {
            request.header("X-Auth-Token", token);
        }
        if (cookies != null && !route.isApi()) {
            request.header("Cookie", cookies);
        }
        return send(request.header("Content-Type", route.type())
                .method(route.route().method(), BodyPublishers.ofString(route.isMultipart() ? part(body) : body))
                .build());
    }

    static String part(String name) {
        return "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + name
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"own\"\r\n\r\n"
                + "0".repeat(512) + "\r\n--x--\r\n";
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            String onward = response.headers().firstValue("Location").orElse("");
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), onward);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(request.toString(), broken);
        }
    }
}
