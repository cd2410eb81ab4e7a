package dev.handshake.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.handshake.testing.FakeNovaServers.NovaError;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A fake Nova and Neutron at {@code /REGION/v2.1} and {@code /REGION/v2.0}, that follows what real ones were seen to
 * answer and misbehaves on request. Tests, which another class loader loads, control it through {@link NovaControl}.
 */
public class FakeNova implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, FakeNovaServers> projects = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> calls = new ConcurrentHashMap<>();
    private final List<JsonNode> faults = new CopyOnWriteArrayList<>();

    public FakeNova() {
        this(0);
    }

    public FakeNova(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Settings of a region whose servers are here. */
    public Map<String, String> settings(String region) {
        return Map.of(
                "handshake.region." + region + ".compute.url", url() + "/" + region + "/v2.1",
                "handshake.region." + region + ".compute.network-url", url() + "/" + region);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", 4);
            if (path[1].equals("control")) {
                send(exchange, 200, control(path[2], exchange));
                return;
            }
            String token = String.valueOf(exchange.getRequestHeaders().getFirst("X-Auth-Token"));
            JsonNode user = FakeKeystone.read(token);
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            if (user == null || user.path("project").asText().isEmpty()) {
                send(
                        exchange,
                        401,
                        "{\"error\": {\"code\": 401, \"message\": \"The request requires authentication.\"}}");
                return;
            }
            answer(exchange, path[1] + "/" + user.path("project").asText(), "/" + path[3], user, body);
        }
    }

    private void answer(HttpExchange exchange, String project, String path, JsonNode user, JsonNode body)
            throws IOException {
        String call = exchange.getRequestMethod() + " " + path;
        ObjectNode record = JSON.createObjectNode()
                .put("call", call)
                .put("user", user.path("user").asText());
        record.put("query", exchange.getRequestURI().getQuery()).set("body", body);
        calls.computeIfAbsent(project, key -> new CopyOnWriteArrayList<>()).add(record);
        String how = takeFault(project, call);
        if (!how.isEmpty() && !how.endsWith("after")) {
            misbehave(exchange, how);
            return;
        }
        String version = exchange.getRequestHeaders().getFirst("X-OpenStack-Nova-API-Version");
        try {
            String answer =
                    servers(project).answer(call, exchange.getRequestURI().getQuery(), body, version);
            if (!how.isEmpty()) {
                misbehave(exchange, how);
                return;
            }
            int status = call.startsWith("DELETE") ? 204 : call.startsWith("POST") ? 202 : 200;
            send(exchange, call.endsWith("/action") && answer.contains("output") ? 200 : status, answer);
        } catch (NovaError refused) {
            String text = JSON.writeValueAsString(Map.of("message", refused.getMessage(), "code", refused.status));
            send(exchange, refused.status, "{\"badRequest\": " + text + "}");
        }
    }

    private FakeNovaServers servers(String project) {
        return projects.computeIfAbsent(project, key -> new FakeNovaServers());
    }

    private synchronized String takeFault(String project, String call) {
        JsonNode found = faults.stream()
                .filter(each -> project.equals(each.path("project").asText()))
                .filter(each -> call.matches(each.path("call").asText()))
                .findFirst()
                .orElse(null);
        if (found != null && !found.path("stays").asBoolean()) {
            faults.remove(found);
        }
        return found == null ? "" : found.path("how").asText();
    }

    private static void misbehave(HttpExchange exchange, String how) throws IOException {
        switch (how.replace(" after", "")) {
            case "hang" -> pause(15_000);
            case "slow" -> pause(1_000);
            case "huge" -> {
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(new byte[8 << 20]);
                }
            }
            case "drip" -> {
                exchange.sendResponseHeaders(200, 0);
                for (int each = 0; each < 60; each++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    pause(500);
                }
            }
            case "reset" -> {}
            default -> send(exchange, Integer.parseInt(how.replace(" after", "")), "<html>not now</html>");
        }
    }

    /** What tests ask for; see {@link NovaControl}. */
    private String control(String what, HttpExchange exchange) throws IOException {
        JsonNode said = JSON.readTree(exchange.getRequestBody());
        String project = said.path("project").asText();
        switch (what) {
            case "fault" -> faults.add(said);
            case "heal" -> faults.removeIf(each -> each.path("project").asText().equals(project));
            case "change" -> servers(project).change((ObjectNode) said.path("server"));
            case "servers" -> {
                return JSON.writeValueAsString(servers(project).all());
            }
            default -> {
                return JSON.writeValueAsString(calls.getOrDefault(project, List.of()));
            }
        }
        return "{}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-OpenStack-Request-Id", "req-00000000-fake");
        exchange.sendResponseHeaders(status, status == 204 || bytes.length == 0 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
