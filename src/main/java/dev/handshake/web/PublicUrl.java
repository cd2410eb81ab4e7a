package dev.handshake.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The portal's public URL ({@code handshake.public-url}), for links outside of its pages. */
@ApplicationScoped
public class PublicUrl {

    private static final Set<String> LOOPBACK_HOSTS =
            Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    private final Optional<URI> url;

    public PublicUrl(WebConfig config) {
        this.url = config.publicUrl();
    }

    public boolean isConfigured() {
        return url.isPresent();
    }

    /** @param path starting with a slash */
    public String resolve(String path) {
        return url.orElseThrow().resolve(path).toString();
    }

    /**
     * Whether the request is for a different host or port than the public URL. Requests from localhost to localhost are
     * accepted, for trying the portal out.
     */
    public boolean isForeignHost(HttpServerRequest request) {
        return isConfigured() && !isPortalHost(request.authority()) && !isLoopback(request);
    }

    /** @param host a name or IP address as in a {@code Host} header, without port */
    public static boolean isLoopback(String host) {
        return LOOPBACK_HOSTS.contains(host);
    }

    private boolean isPortalHost(HostAndPort asked) {
        URI ours = url.orElseThrow();
        int standard = ours.getScheme().equals("https") ? 443 : 80;
        int port = ours.getPort() < 0 ? standard : ours.getPort();
        return ours.getHost().equalsIgnoreCase(asked.host()) && port == (asked.port() < 0 ? standard : asked.port());
    }

    private static boolean isLoopback(HttpServerRequest request) {
        return isLoopback(request.authority().host())
                && isLoopback(request.connection().remoteAddress().hostAddress());
    }

    public String host() {
        return url.orElseThrow().getHost();
    }
}
