package dev.handshake.observability;

import dev.handshake.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client of the portal's management port. */
public class ManagementClient {

    private final URI address;

    public ManagementClient(URI address) {
        this.address = address;
    }

    /** For the portal under test. */
    static ManagementClient ofTestPortal() {
        return new ManagementClient(
                URI.create(ConfigProvider.getConfig().getValue("test.management.url", String.class)));
    }

    public HttpResponse<String> get(String path) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Polls until the response is as expected. */
    public HttpResponse<String> awaitResponse(String path, Predicate<HttpResponse<String>> expected)
            throws InterruptedException {
        return Eventually.get(() -> get(path), expected);
    }
}
