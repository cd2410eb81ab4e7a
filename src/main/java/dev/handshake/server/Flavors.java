package dev.handshake.server;

import dev.handshake.config.InvalidSettingException;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The available flavors in configured order ({@code handshake.flavors}; the settings of each are under
 * {@code handshake.flavor.NAME}).
 */
@Startup
@ApplicationScoped
public class Flavors {

    private final List<Flavor> all;

    Flavors(FlavorConfig config) {
        this.all = config.flavors().stream().map(name -> flavor(name, config)).toList();
    }

    /** A flavor without settings stops the startup. */
    private static Flavor flavor(String name, FlavorConfig config) {
        FlavorConfig.FlavorSpec flavorSpec = config.flavor().get(name);
        if (flavorSpec == null) {
            throw new InvalidSettingException(
                    "handshake.flavors: \"" + name + "\" is not allowed without handshake.flavor." + name + ".*.");
        }
        return new Flavor(name, flavorSpec.vcpus(), flavorSpec.memory(), flavorSpec.disk(), flavorSpec.hourlyPrice());
    }

    public List<Flavor> all() {
        return all;
    }

    /** The cheapest flavor that fits {@code image}; empty if none does. */
    public Optional<Flavor> cheapestFor(Image image) {
        ResourceRequirements resourceRequirements = ResourceRequirements.of(image);
        return all.stream()
                .filter(each -> each.isSufficientFor(resourceRequirements))
                .min(Comparator.comparing(Flavor::hourlyPrice));
    }

    /** The hourly price of a flavor of the compute service: that of the configured one with its name; otherwise 0. */
    public BigDecimal priceOf(String name) {
        return all.stream()
                .filter(each -> each.name().equals(name))
                .map(Flavor::hourlyPrice)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** @throws RefusedException {@link Reason#NO_SUCH_FLAVOR} */
    Flavor get(String name) {
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.NO_SUCH_FLAVOR));
    }
}
