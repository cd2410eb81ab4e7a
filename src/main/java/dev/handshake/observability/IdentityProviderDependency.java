package dev.handshake.observability;

import dev.handshake.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The identity provider; without it, users already signed in can continue for a while. */
@ApplicationScoped
class IdentityProviderDependency implements Dependency {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final HttpRequest discoveryRequest;

    IdentityProviderDependency(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        URI description = URI.create(Text.stripTrailing('/', issuer) + "/.well-known/openid-configuration");
        this.discoveryRequest =
                HttpRequest.newBuilder(description).timeout(TIMEOUT).build();
    }

    @Override
    public String name() {
        return "identity provider";
    }

    /** Any response below 500 counts as up; the discovery document is not required. */
    @Override
    public void ping() throws IOException, InterruptedException {
        int status = client.send(discoveryRequest, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status >= 500) {
            throw new IOException("It answered " + status);
        }
    }
}
