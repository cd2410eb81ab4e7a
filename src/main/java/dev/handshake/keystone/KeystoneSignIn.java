package dev.handshake.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Signs the portal's own user in: {@code POST /v3/auth/tokens}, by password, and for a project by a token at hand,
 * which is much cheaper.
 */
@ApplicationScoped
class KeystoneSignIn {

    private final KeystoneConfig settings;
    private final ObjectMapper json;
    private final HttpClient client;

    KeystoneSignIn(KeystoneConfig settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.client = Keystone.newHttpClient(settings);
    }

    /** A token without a project, which is good for nothing but to ask for others. */
    ProjectToken byPassword() throws IOException, InterruptedException {
        KeystoneConfig.UserSpec user = settings.user();
        return request(Map.of(
                "identity",
                Map.of(
                        "methods",
                        List.of("password"),
                        "password",
                        Map.of(
                                "user",
                                Map.of(
                                        "name", user.name().orElseThrow(),
                                        "password", user.password().orElseThrow(),
                                        "domain", Map.of("name", user.domain())))),
                "scope",
                "unscoped"));
    }

    ProjectToken byToken(ProjectToken base, String project) throws IOException, InterruptedException {
        return request(Map.of(
                "identity",
                Map.of("methods", List.of("token"), "token", Map.of("id", base.value())),
                "scope",
                Map.of("project", Map.of("id", project))));
    }

    /**
     * @throws InvalidTokenException if Keystone refuses
     * @throws IOException if it gives no answer
     */
    private ProjectToken request(Map<String, Object> auth) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Keystone.tokensUrl(settings.url().orElseThrow())))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("auth", auth))))
                .build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() == 401 || response.statusCode() == 403 || response.statusCode() == 404) {
            throw new InvalidTokenException();
        }
        String token = response.headers().firstValue("X-Subject-Token").orElse("");
        if (response.statusCode() != 201 || token.isEmpty()) {
            throw new IOException("Keystone answered " + response.statusCode());
        }
        return new ProjectToken(token, expiry(response.body()));
    }

    private Instant expiry(byte[] body) throws IOException {
        JsonNode said = json.readTree(body);
        try {
            return Instant.parse(said.path("token").path("expires_at").asText());
        } catch (DateTimeException unclear) {
            throw new IOException("Keystone's token ends at no time", unclear);
        }
    }
}
