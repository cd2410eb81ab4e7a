package dev.handshake.server;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sizes that a server can have, in the operator's order ({@code handshake.flavors}, with the facts of each under
 * {@code handshake.flavor.NAME}).
 */
@Startup
@ApplicationScoped
public class Flavors {

    private final List<Flavor> all;

    Flavors(FlavorConfig config) {
        this.all = config.flavors().stream().map(name -> flavor(name, config)).toList();
    }

    /** One without facts stops the start. */
    private static Flavor flavor(String name, FlavorConfig config) {
        FlavorConfig.FlavorSpec flavorSpec = config.flavor().get(name);
        if (flavorSpec == null) {
            throw new IllegalArgumentException("handshake.flavors: there is no handshake.flavor." + name);
        }
        return new Flavor(name, flavorSpec.vcpus(), flavorSpec.memory(), flavorSpec.disk(), flavorSpec.hourlyPrice());
    }

    public List<Flavor> all() {
        return all;
    }

    /** The least that a server from {@code image} costs; empty where no size holds it. */
    public Optional<Flavor> cheapestFor(Image image) {
        ResourceRequirements resourceRequirements = ResourceRequirements.of(image);
        return all.stream()
                .filter(each -> each.isSufficientFor(resourceRequirements))
                .min(Comparator.comparing(Flavor::hourlyPrice));
    }

    /** @throws RefusedException {@link Reason#NO_SUCH_FLAVOR} */
    Flavor get(String name) {
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.NO_SUCH_FLAVOR));
    }
}
