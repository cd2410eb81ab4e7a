package dev.handshake.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receives webhooks at {@code /hooks/BOX/HOW}, and hands out what came at {@code GET /hooks/BOX}. */
class FakeReceiver implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<Map<String, String>>> boxes = new ConcurrentHashMap<>();

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        List<Map<String, String>> box = boxes.computeIfAbsent(path[2], key -> new CopyOnWriteArrayList<>());
        if (path.length == 3) {
            send(exchange, JSON.writeValueAsString(box));
        } else {
            box.add(read(exchange));
            answer(exchange, path[3], box.size());
        }
        exchange.close();
    }

    private static Map<String, String> read(HttpExchange exchange) throws IOException {
        return Map.of(
                "id", header(exchange, "webhook-id"),
                "timestamp", header(exchange, "webhook-timestamp"),
                "signature", header(exchange, "webhook-signature"),
                "type", header(exchange, "content-type"),
                "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static void answer(HttpExchange exchange, String how, int times) throws IOException {
        switch (how) {
            case "ok" -> exchange.sendResponseHeaders(204, -1);
            case "second" -> exchange.sendResponseHeaders(times == 1 ? 503 : 204, -1);
            case "broken" -> exchange.sendResponseHeaders(500, -1);
            case "redirect" -> {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().getQuery());
                exchange.sendResponseHeaders(307, -1);
            }
            case "silent" -> pause(4_000);
            case "huge" -> {
                exchange.sendResponseHeaders(200, 0);
                writeUntilClosed(exchange.getResponseBody());
            }
            default -> exchange.sendResponseHeaders(404, -1);
        }
    }

    private static void writeUntilClosed(OutputStream out) throws IOException {
        for (int each = 0; each < 100_000; each++) {
            out.write(new byte[100_000]);
        }
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
