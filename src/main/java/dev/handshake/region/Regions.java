package dev.handshake.region;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The regions served by this portal, in configured order and spelling ({@code handshake.regions}). */
@ApplicationScoped
public class Regions {

    private final List<String> all;

    Regions(RegionConfig config) {
        this.all = List.copyOf(config.regions());
    }

    public List<String> all() {
        return all;
    }

    /** Those of {@code named} that this portal serves, in configured order. */
    public List<String> filterServed(Collection<String> named) {
        return all.stream().filter(named::contains).toList();
    }
}
