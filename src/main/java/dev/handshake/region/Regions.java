package dev.handshake.region;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The regions that this portal serves, in the operator's order and spelling ({@code handshake.regions}). */
@ApplicationScoped
public class Regions {

    private final List<String> all;

    Regions(@ConfigProperty(name = "handshake.regions") List<String> all) {
        this.all = List.copyOf(all);
    }

    public List<String> all() {
        return all;
    }

    /** Those of {@code named} that this portal serves, in the operator's order. */
    public List<String> among(Collection<String> named) {
        return all.stream().filter(named::contains).toList();
    }
}
