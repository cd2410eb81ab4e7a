package dev.handshake.web;

import io.quarkus.runtime.Startup;
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

    public String host() {
        return address.orElseThrow().getHost();
    }
}
