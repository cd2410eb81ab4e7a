package dev.handshake.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Creates requests that are valid except for one or two parts, so that the invalid parts get as far as possible. */
class RequestFuzzer {

    /**
     * A raw request.
     *
     * @param isHttp10 whether to send it as HTTP/1.0, which needs no {@code Host}
     */
    record FuzzedRequest(boolean isHttp10, String method, String target, List<String> headers, byte[] body) {

        RawHttp.RawResponse send() {
            return isHttp10
                    ? RawHttp.sendHttp10(method, target, headers, body)
                    : RawHttp.send(method, target, headers, body);
        }

        @Override
        public String toString() {
            return (isHttp10 ? "HTTP/1.0 " : "") + method + " " + target + " " + headers.subList(1, headers.size())
                    + "\n" + new String(body, StandardCharsets.UTF_8);
        }
    }

    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "x/y; charset=z",
            "application/x-www-form-urlencoded; charset=utf-16",
            "application/octet-stream",
            "/",
            "");
    private static final List<String> HEADERS = List.of(
            "Range",
            "If-Range",
            "If-Match",
            "Content-Range",
            "Content-MD5",
            "X-Openstack-Image-Size",
            "X-Image-Meta-Store",
            "Accept",
            "Accept-Encoding",
            "Cookie",
            "If-None-Match",
            "Content-Encoding",
            "X-Forwarded-Host",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "Forwarded",
            "Origin",
            "Expect",
            "Referer");

    private final Fixtures fixtures;
    private final Random random;
    private final HostileInputs hostileInputs;
    private final List<String> fieldNames;

    RequestFuzzer(Fixtures fixtures, Random random, List<String> fieldNames) {
        this.fixtures = fixtures;
        this.random = random;
        this.hostileInputs = new HostileInputs(random);
        this.fieldNames = fieldNames;
    }

    FuzzedRequest next(RouteExpectation route, String who) {
        List<String> headers = new ArrayList<>(List.of(who, "Content-Type: " + type(route)));
        if (random.nextInt(6) == 0) {
            headers.add(
                    hostileInputs.pick(HEADERS) + ": " + hostileInputs.text().replaceAll("[\r\n\u0000]", ""));
        }
        return new FuzzedRequest(random.nextInt(40) == 0, route.route().method(), target(route), headers, body(route));
    }

    private String type(RouteExpectation route) {
        return random.nextInt(10) == 0 ? hostileInputs.pick(TYPES) : route.contentType();
    }

    /** Paths of deletions always get an invalid id, so that the fixtures survive. */
    private String target(RouteExpectation route) {
        String address = route.route().path();
        boolean ends = route.route().method().equals("DELETE") || address.matches(".*/(deletion|removal|cancellation)");
        String target = route.path(fixtures);
        if (ends || random.nextInt(6) == 0) {
            target = corruptedPath(route.pathTemplate(), ends);
        }
        if (random.nextInt(route.isGet() ? 1 : 8) == 0) {
            target += (target.contains("?") ? "&" : "?") + fields("&", 1 + random.nextInt(3));
        }
        return target;
    }

    /** Replaces one id by an invalid one: the last one if {@code isLast}. */
    private String corruptedPath(String pattern, boolean isLast) {
        int open = isLast || random.nextBoolean() ? pattern.lastIndexOf('{') : pattern.indexOf('{');
        if (open < 0) {
            return pattern + "/" + encoded(hostileInputs.text());
        }
        String before = pattern.substring(0, open) + encoded(hostileInputs.text());
        return fixtures.fillIn(before + pattern.substring(pattern.indexOf('}', open) + 1));
    }

    private byte[] body(RouteExpectation route) {
        if (route.isGet()) {
            return new byte[0];
        }
        String good = fixtures.fillIn(route.body());
        String body = route.isMultipart()
                ? form(hostileInputs.text(), random.nextBoolean() ? "own" : hostileInputs.text())
                : route.isApi() && !good.equals("data") ? hostileInputs.corruptJson(good, fieldNames) : form(good);
        return bytes(body);
    }

    /** Sometimes in an unexpected encoding. */
    private byte[] bytes(String body) {
        byte[] bytes = body.getBytes(random.nextInt(20) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    /** A form with a file. */
    private static String form(String name, String file) {
        return RouteClient.multipartBody(name).replace("\"own\"", "\"" + file + "\"");
    }

    private String form(String good) {
        List<String> pairs = new ArrayList<>(Arrays.asList(good.isEmpty() ? new String[0] : good.split("&")));
        if (!pairs.isEmpty()) {
            int spoiled = random.nextInt(pairs.size());
            pairs.set(spoiled, pairs.get(spoiled).replaceAll("=.*", "=") + encoded(hostileInputs.text()));
        }
        if (random.nextBoolean()) {
            pairs.add(fields("&", random.nextInt(4)));
        }
        Collections.shuffle(pairs, random);
        return String.join("&", pairs);
    }

    private String fields(String between, int many) {
        List<String> fields = new ArrayList<>();
        for (int each = 0; each < many; each++) {
            fields.add(hostileInputs.pick(fieldNames) + "=" + encoded(hostileInputs.text()));
        }
        return String.join(between, fields);
    }

    /** Encoded as browsers do, or in ways that only attackers would. */
    private String encoded(String text) {
        String kept = text.length() > 900 && random.nextInt(10) > 0 ? text.substring(0, 900) : text;
        return switch (random.nextInt(12)) {
            case 0 -> "%" + URLEncoder.encode(kept, StandardCharsets.UTF_8);
            case 1 -> "%c0%af%ff%ed%a0%80" + URLEncoder.encode(kept, StandardCharsets.UTF_8) + "%0";
            case 2 -> kept.replaceAll("[^!-~]|[#?]", ".");
            default -> URLEncoder.encode(kept, StandardCharsets.UTF_8);
        };
    }
}
