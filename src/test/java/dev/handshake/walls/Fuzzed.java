package dev.handshake.walls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes requests that are right but for a part or two, so that the rubbish in them comes as far as it can. */
class Fuzzed {

    /**
     * One of them, as it goes over the wire.
     *
     * @param isOld whether as HTTP/1.0, which needs no {@code Host}
     */
    record Request(boolean isOld, String method, String target, List<String> headers, byte[] body) {

        Wire.Answer send() {
            return isOld ? Wire.sendOld(method, target, headers, body) : Wire.send(method, target, headers, body);
        }

        @Override
        public String toString() {
            return (isOld ? "HTTP/1.0 " : "") + method + " " + target + " " + headers.subList(1, headers.size()) + "\n"
                    + new String(body, StandardCharsets.UTF_8);
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

    private final Things things;
    private final Random chance;
    private final Rubbish rubbish;
    private final List<String> names;

    Fuzzed(Things things, Random chance, List<String> names) {
        this.things = things;
        this.chance = chance;
        this.rubbish = new Rubbish(chance);
        this.names = names;
    }

    Request request(Expected route, String who) {
        List<String> headers = new ArrayList<>(List.of(who, "Content-Type: " + type(route)));
        if (chance.nextInt(6) == 0) {
            headers.add(rubbish.one(HEADERS) + ": " + rubbish.text().replaceAll("[\r\n\u0000]", ""));
        }
        return new Request(chance.nextInt(40) == 0, route.route().method(), target(route), headers, body(route));
    }

    private String type(Expected route) {
        return chance.nextInt(10) == 0 ? rubbish.one(TYPES) : route.type();
    }

    /** Nothing is ended by chance, so that there is something left to try. */
    private String target(Expected route) {
        String address = route.route().address();
        boolean ends = route.route().method().equals("DELETE") || address.matches(".*/(deletion|removal|cancellation)");
        String target = route.address(things);
        if (ends || chance.nextInt(6) == 0) {
            target = spoiled(route.pattern(), ends);
        }
        if (chance.nextInt(route.isReading() ? 1 : 8) == 0) {
            target += (target.contains("?") ? "&" : "?") + fields("&", 1 + chance.nextInt(3));
        }
        return target;
    }

    /** With rubbish in the place of one thing, the last one where {@code isLast}. */
    private String spoiled(String pattern, boolean isLast) {
        int open = isLast || chance.nextBoolean() ? pattern.lastIndexOf('{') : pattern.indexOf('{');
        if (open < 0) {
            return pattern + "/" + encoded(rubbish.text());
        }
        String before = pattern.substring(0, open) + encoded(rubbish.text());
        return things.fill(before + pattern.substring(pattern.indexOf('}', open) + 1));
    }

    private byte[] body(Expected route) {
        if (route.isReading()) {
            return new byte[0];
        }
        String good = things.fill(route.body());
        String body = route.isMultipart()
                ? form(rubbish.text(), chance.nextBoolean() ? "own" : rubbish.text())
                : route.isApi() && !good.equals("data") ? rubbish.json(good, names) : form(good);
        return bytes(body);
    }

    /** Now and then in another encoding than anybody expects. */
    private byte[] bytes(String body) {
        byte[] bytes = body.getBytes(chance.nextInt(20) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (chance.nextInt(20) == 0 && bytes.length > 0) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
        }
        return bytes;
    }

    /** A form with a file. */
    private static String form(String name, String file) {
        return Walker.part(name).replace("\"own\"", "\"" + file + "\"");
    }

    private String form(String good) {
        List<String> pairs = new ArrayList<>(Arrays.asList(good.isEmpty() ? new String[0] : good.split("&")));
        if (!pairs.isEmpty()) {
            int spoiled = chance.nextInt(pairs.size());
            pairs.set(spoiled, pairs.get(spoiled).replaceAll("=.*", "=") + encoded(rubbish.text()));
        }
        if (chance.nextBoolean()) {
            pairs.add(fields("&", chance.nextInt(4)));
        }
        Collections.shuffle(pairs, chance);
        return String.join("&", pairs);
    }

    private String fields(String between, int many) {
        List<String> fields = new ArrayList<>();
        for (int each = 0; each < many; each++) {
            fields.add(rubbish.one(names) + "=" + encoded(rubbish.text()));
        }
        return String.join(between, fields);
    }

    /** As a browser does, and in ways that only somebody else would. */
    private String encoded(String text) {
        String kept = text.length() > 900 && chance.nextInt(10) > 0 ? text.substring(0, 900) : text;
        return switch (chance.nextInt(12)) {
            case 0 -> "%" + URLEncoder.encode(kept, StandardCharsets.UTF_8);
            case 1 -> "%c0%af%ff%ed%a0%80" + URLEncoder.encode(kept, StandardCharsets.UTF_8) + "%0";
            case 2 -> kept.replaceAll("[^!-~]|[#?]", ".");
            default -> URLEncoder.encode(kept, StandardCharsets.UTF_8);
        };
    }
}
