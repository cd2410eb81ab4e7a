package dev.handshake.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A stateless fake Keystone: its tokens contain, unsigned, what it will answer about them. A token can also contain how
 * Keystone should misbehave.
 */
public class FakeKeystone implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN_PREFIX = "gAAAAAB";

    private final HttpServer server;
    private final FakeKeystoneCatalog catalog = new FakeKeystoneCatalog();

    public FakeKeystone() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        server.createContext("/v3/auth/tokens", this::handle);
        server.createContext("/v3/auth/catalog", this::listCatalog);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** Adds or changes an endpoint of the catalog; {@code %(tenant_id)s} in its URL becomes the token's project. */
    public FakeKeystone withEndpoint(String type, String region, String interfaceName, String url) {
        catalog.put(type, region, interfaceName, url);
        return this;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v3";
    }

    /** A token of a user in {@code project}. */
    public static String token(String project, String... roles) {
        return token(Map.of("project", project, "roles", Arrays.asList(roles)));
    }

    /**
     * @param about {@code project}, {@code roles}, {@code expires}, and optionally the {@code status} to respond with
     *     or {@code seconds} to wait
     */
    public static String token(Map<String, Object> about) {
        try {
            return TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(about));
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private void handle(HttpExchange asked) throws IOException {
        if (asked.getRequestMethod().equals("POST")) {
            issueToken(asked);
            return;
        }
        String token = asked.getRequestHeaders().getFirst("X-Subject-Token");
        String asking = asked.getRequestHeaders().getFirst("X-Auth-Token");
        if (!token.startsWith(TOKEN_PREFIX) || !asking.startsWith(TOKEN_PREFIX)) {
            send(asked, 404, "{}");
            return;
        }
        JsonNode about = decode(token);
        pause(about.path("seconds").asInt());
        int status = about.path("status").asInt(status(about, asking.equals(token) ? null : decode(asking), asked));
        send(asked, status, status == 200 ? tokenBody(about) : "<html>not now</html>");
    }

    private void listCatalog(HttpExchange asked) throws IOException {
        JsonNode about = read(asked.getRequestHeaders().getFirst("X-Auth-Token"));
        int status = about == null ? 401 : about.path("status").asInt(200);
        List<Object> services =
                about == null ? List.of() : catalog.toJson(about.path("project").asText());
        send(asked, status, JSON.writeValueAsString(Map.of("catalog", services)));
    }

    /** What a token says of its user; null if it is none. */
    static JsonNode read(String token) throws IOException {
        return token.startsWith(TOKEN_PREFIX) ? decode(token) : null;
    }

    private static JsonNode decode(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.substring(TOKEN_PREFIX.length())));
    }

    /**
     * As Keystone's defaults: a service may ask about other tokens, and about tokens that expired up to two days ago.
     *
     * @param asking the token that asks about another one, or null
     */
    private static int status(JsonNode about, JsonNode asking, HttpExchange asked) {
        boolean isService = asking != null && asking.path("roles").toString().contains("\"service\"");
        if (asking != null && (!isService || isExpired(asking, Duration.ZERO))) {
            return isService ? 401 : 403;
        }
        boolean allowsExpired = asked.getRequestURI().getQuery().contains("allow_expired=1");
        return isExpired(about, allowsExpired ? Duration.ofDays(2) : Duration.ZERO) ? 404 : 200;
    }

    private static boolean isExpired(JsonNode about, Duration grace) {
        String end = about.path("expires").asText("9999-01-01T00:00:00Z");
        return Instant.parse(end).plus(grace).isBefore(Instant.now());
    }

    /**
     * The user's name is the project, the password the roles; or a token without project by password, and with one by
     * that token. A project whose name ends with {@code -unknown} is not known: no account number does.
     */
    private void issueToken(HttpExchange asked) throws IOException {
        JsonNode auth = JSON.readTree(asked.getRequestBody()).path("auth");
        JsonNode user = auth.findPath("user");
        if (auth.path("scope").asText().equals("unscoped")) {
            issue(asked, Map.of("user", user.path("name").asText(), "roles", List.of("member")));
            return;
        }
        if (auth.path("identity").has("token")) {
            String project = auth.path("scope").path("project").path("id").asText();
            JsonNode base = read(auth.findPath("token").path("id").asText());
            if (base == null || project.endsWith("-unknown")) {
                send(asked, 401, "{}");
                return;
            }
            issue(asked, Map.of("user", base.path("user").asText(), "project", project, "roles", List.of("member")));
            return;
        }
        issue(
                asked,
                Map.of(
                        "project",
                        user.path("name").asText(),
                        "roles",
                        List.of(user.path("password").asText().split(","))));
    }

    private void issue(HttpExchange asked, Map<String, Object> about) throws IOException {
        asked.getResponseHeaders().set("X-Subject-Token", token(about));
        send(asked, 201, tokenBody(JSON.valueToTree(about)));
    }

    private String tokenBody(JsonNode about) throws IOException {
        List<Object> roles = new ArrayList<>();
        about.path("roles").forEach(role -> roles.add(Map.of("id", role.asText(), "name", role.asText())));
        Map<String, Object> domain = Map.of("id", "default", "name", "Default");
        Map<String, Object> token = new HashMap<>(Map.of(
                "methods", List.of("password"),
                "user", Map.of("id", "u1", "name", "kim", "domain", domain),
                "roles", roles,
                "issued_at", "2026-01-01T00:00:00.000000Z",
                "expires_at",
                        about.path("expires")
                                .asText(Instant.now().plusSeconds(3_600).toString()),
                "catalog", catalog.toJson(about.path("project").asText())));
        if (about.has("project")) {
            token.put("project", Map.of("id", about.path("project").asText(), "name", "p", "domain", domain));
        }
        return JSON.writeValueAsString(Map.of("token", token));
    }

    private static void send(HttpExchange asked, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", "application/json");
        asked.sendResponseHeaders(status, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
    }

    private static void pause(int seconds) {
        try {
            Thread.sleep(seconds * 1_000L);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
