package dev.handshake.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.eclipse.microprofile.config.ConfigProvider;

/** Issues access tokens for tests over HTTP, since the OIDC provider lives in another class loader. */
public class TokenIssuer implements AutoCloseable {

    /** The API's audience. */
    static final String AUDIENCE = "handshake-api";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockOAuth2Server provider;
    private final HttpServer server;

    TokenIssuer(MockOAuth2Server provider) {
        try {
            this.provider = provider;
            this.server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/", this::handle);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, Object> claims = JSON.readValue(exchange.getRequestBody(), Map.class);
        String issuer = (String) claims.remove("iss");
        List<String> audience = List.of(((String) claims.remove("aud")).split(" "));
        String type = (String) claims.remove("type");
        long seconds = ((Number) claims.remove("seconds")).longValue();
        var wanted = new DefaultOAuth2TokenCallback(issuer, "somebody", type, audience, claims, seconds);
        byte[] token =
                provider.issueToken(issuer, "handshake", wanted).serialize().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, token.length);
        exchange.getResponseBody().write(token);
        exchange.close();
    }

    /**
     * A token with these claims; may include {@code iss}, {@code aud} (space-separated), {@code type} (for the header)
     * and {@code seconds}.
     */
    public static String token(Map<String, Object> claims) {
        Map<String, Object> all =
                new java.util.HashMap<>(Map.of("iss", "test", "aud", AUDIENCE, "type", "JWT", "seconds", 3600));
        all.putAll(claims);
        try {
            URI desk = URI.create(ConfigProvider.getConfig().getValue("test.token-desk", String.class));
            HttpRequest request = HttpRequest.newBuilder(desk)
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(all)))
                    .build();
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
