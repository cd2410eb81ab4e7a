package dev.handshake.region;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The regions served by this portal, in configured order and spelling ({@code handshake.regions}). */
@Startup
@ApplicationScoped
public class Regions {

    /** First segments of other paths of the portal. */
    private static final Set<String> RESERVED_NAMES =
            Set.of("account", "login", "logout", "signed-out", "unsubscriptions", "q", "webjars");

    private final List<String> all;

    Regions(RegionConfig config) {
        this.all = List.copyOf(config.regions());
        all.forEach(Regions::requireUsableInUrl);
    }

    /** Regions are the first segment of every path, so one that cannot be used there stops the startup. */
    private static void requireUsableInUrl(String region) {
        if (!region.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
                || RESERVED_NAMES.contains(region)
                || region.matches("versions|v[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("handshake.regions: “" + region + "” cannot stand in an address");
        }
    }

    public List<String> all() {
        return all;
    }

    /** Those of {@code named} that this portal serves, in configured order. */
    public List<String> filterServed(Collection<String> named) {
        return all.stream().filter(named::contains).toList();
    }
}
