package dev.handshake.web;

import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach this portal ({@code handshake.address}), for links outside of its pages. */
@Startup
@ApplicationScoped
public class PublicAddress {

    private final Optional<URI> address;

    /** @param address of the form {@code https://host}, with a port where it has one */
    public PublicAddress(@ConfigProperty(name = "handshake.address") Optional<URI> address) {
        this.address = address;
        address.filter(each -> !each.toString().matches("https?://[^/?#\\s]+/?"))
                .ifPresent(each -> {
                    throw new IllegalArgumentException(
                            "handshake.address: “" + each + "” is not of the form https://host");
                });
    }

    public boolean isKnown() {
        return address.isPresent();
    }

    /** @param path that begins with a slash */
    public String of(String path) {
        return address.orElseThrow().resolve(path).toString();
    }

    /**
     * Whether the request names another host or port than this address. From the machine itself to itself it may: that
     * is somebody who tries it out.
     */
    public boolean isForeign(HttpServerRequest request) {
        return isKnown() && !isOurs(request.authority()) && !isWithin(request);
    }

    private boolean isOurs(HostAndPort asked) {
        URI ours = address.orElseThrow();
        int standard = ours.getScheme().equals("https") ? 443 : 80;
        int port = ours.getPort() < 0 ? standard : ours.getPort();
        return ours.getHost().equalsIgnoreCase(asked.host()) && port == (asked.port() < 0 ? standard : asked.port());
    }

    private static boolean isWithin(HttpServerRequest request) {
        return SecureTransport.HERE.contains(request.authority().host())
                && SecureTransport.HERE.contains(
                        request.connection().remoteAddress().hostAddress());
    }

    public String host() {
        return address.orElseThrow().getHost();
    }
}
