package dev.handshake.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** The services of the cloud, as Keystone lists them for a token of a project: {@code GET /v3/auth/catalog}. */
@ApplicationScoped
public class ServiceCatalog {

    private final KeystoneConfig settings;
    private final ObjectMapper json;
    private final HttpClient client;

    public ServiceCatalog(KeystoneConfig settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.client = Keystone.newHttpClient(settings);
    }

    /** Which of a service's endpoints is used: public, internal or admin. */
    public String interfaceName() {
        return settings.interfaceName();
    }

    /**
     * The URL of a service's endpoint, as it is in the catalog; empty if there is none. Blocks for at most
     * {@code handshake.keystone.timeout}.
     *
     * @param type such as {@code compute}
     * @throws InvalidTokenException if Keystone refuses the token
     * @throws IOException if it gives no answer
     */
    public Optional<String> findUrl(String token, String region, String type) throws IOException, InterruptedException {
        for (JsonNode service : catalog(token)) {
            for (JsonNode endpoint : service.path("endpoints")) {
                if (service.path("type").asText().equals(type)
                        && regionOf(endpoint).equals(region)
                        && endpoint.path("interface").asText().equals(interfaceName())) {
                    return Optional.of(endpoint.path("url").asText());
                }
            }
        }
        return Optional.empty();
    }

    private static String regionOf(JsonNode endpoint) {
        return endpoint.path("region_id").asText(endpoint.path("region").asText());
    }

    private JsonNode catalog(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Keystone.authUrl(settings.url().orElseThrow()) + "/catalog"))
                .timeout(settings.timeout())
                .header("X-Auth-Token", token)
                .build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() == 401) {
            throw new InvalidTokenException();
        }
        if (response.statusCode() != 200) {
            throw new IOException("Keystone answered " + response.statusCode());
        }
        return json.readTree(response.body()).path("catalog");
    }
}
