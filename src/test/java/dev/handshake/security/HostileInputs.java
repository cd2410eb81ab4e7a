package dev.handshake.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Hostile values: ones known to have broken software, and random ones. */
class HostileInputs {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00\ud800",
            "😀".repeat(200),
            "\u202egnp.exe",
            "e\u0301\u0323".repeat(120),
            "\ufeff\ufffe\u2028\u2029\u0085",
            "﷽".repeat(255),
            "x".repeat(256),
            "x".repeat(2_001),
            "x".repeat(16_001),
            "9".repeat(400),
            "-1",
            "0",
            "1e999",
            "NaN",
            "2147483648",
            "9223372036854775808",
            "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>",
            "{title}{#if}{/if}{inject:current.user}{cdi:flash}",
            "${jndi:ldap://127.0.0.1/x}#{7*7}",
            "' or 1=1; drop table image; --",
            "%",
            "_%\\%\\_\\",
            "../../../../etc/passwd",
            "..%2f..%252f..\\..\\",
            "C:\\nul|con",
            "a\r\nSet-Cookie: x=1\r\n\r\n<html>",
            "null",
            "true",
            "[]",
            "{\"a\":1}",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
            "in:active,,\"",
            "gt:+999999999-12-31T23:59:59Z",
            "lt:-999999999-01-01T00:00:00",
            "eq:",
            "text/html;q=high, */*;q=",
            "de;q=9.9.9,;;,",
            "name:asc,name:desc,:",
            "9223372036854775807.ffffffff-ffff-ffff-ffff-ffffffffffff",
            "-9223372036854775808.x~~",
            "2026-13",
            "+999999999-12",
            "http://[::1]/",
            "http://a\u0000b/%zz",
            "file:///etc/passwd");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;
    private final BoundaryValues boundaryValues;

    HostileInputs(Random random) {
        this.random = random;
        this.boundaryValues = new BoundaryValues(random);
    }

    String text() {
        return switch (random.nextInt(4)) {
            case 0 -> random();
            case 1 -> boundaryValues.text();
            default -> pick(TEXTS);
        };
    }

    private String random() {
        int[] points = random.ints(1 + random.nextInt(300), 0, random.nextBoolean() ? 0x110000 : 0x100)
                .toArray();
        return new String(points, 0, points.length);
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The JSON with one value replaced or added; sometimes not JSON at all. */
    String corruptJson(String good, List<String> names) {
        if (random.nextInt(5) == 0) {
            return pick(List.of(
                    "",
                    "{",
                    "\ufeff{}",
                    "[".repeat(5_000),
                    "{\"a\":".repeat(900) + "1" + "}".repeat(900),
                    "{\"name\":\"\\ud800\",\"name\":\"\\u0000\",\"member\":\"1\",\"member\":2}",
                    "{} {}",
                    "9".repeat(3_000),
                    text()));
        }
        JsonNode body = good.isEmpty() ? JsonNodeFactory.instance.objectNode() : parsed(good);
        corrupt(body, names);
        return body.toString();
    }

    private static JsonNode parsed(String good) {
        try {
            return JSON.readTree(good);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private void corrupt(JsonNode body, List<String> names) {
        if (body instanceof ArrayNode list) {
            corrupt(list, names);
        } else if (body instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> fields =
                    object.properties().stream().toList();
            if (fields.isEmpty() || random.nextInt(3) == 0) {
                object.set(random.nextInt(4) == 0 ? text() : pick(names), value(2));
            } else {
                Map.Entry<String, JsonNode> field = pick(fields);
                object.set(field.getKey(), value(2));
            }
        }
    }

    private void corrupt(ArrayNode list, List<String> names) {
        if (list.isEmpty() || random.nextInt(3) == 0) {
            list.add(value(2));
            return;
        }
        if (list.get(0) instanceof ObjectNode step && step.has("path") && random.nextInt(3) > 0) {
            step.put("path", "/" + (random.nextInt(3) == 0 ? text() : pick(names)));
            step.set("value", value(2));
            step.put("op", pick(List.of("add", "replace", "remove")));
        } else {
            corrupt(list.get(random.nextInt(list.size())), names);
        }
    }

    private JsonNode number() {
        return JsonNodeFactory.instance.numberNode(pick(List.of(
                new BigDecimal("1e400"),
                new BigDecimal("-1e-400"),
                new BigDecimal("2147483648"),
                new BigDecimal("-9223372036854775809"),
                new BigDecimal("9".repeat(900)))));
    }

    private JsonNode value(int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth == 0 ? 8 : 10)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextLong());
            case 3 -> number();
            case 4 -> nodes.numberNode(-random.nextDouble());
            case 8 -> nodes.arrayNode().add(value(depth - 1)).add(value(depth - 1));
            case 9 -> nodes.objectNode().set(text(), value(depth - 1));
            default -> nodes.textNode(text());
        };
    }
}
