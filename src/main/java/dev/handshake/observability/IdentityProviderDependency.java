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

/** The identity provider; whoever is signed in already goes on without it for a while. */
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

    /** It need not describe itself: any answer but that it is broken tells that it is there. */
    @Override
    public void ping() throws IOException, InterruptedException {
        int status = client.send(discoveryRequest, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status >= 500) {
            throw new IOException("It answered " + status);
        }
    }
}
