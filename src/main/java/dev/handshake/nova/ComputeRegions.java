package dev.handshake.nova;

import dev.handshake.config.InvalidSettingException;
import dev.handshake.keystone.KeystoneConfig;
import dev.handshake.nova.ComputeRegionConfig.ComputeSpec;
import dev.handshake.openstack.EndpointSetting;
import dev.handshake.region.Regions;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The regions in which servers are real: those with {@code handshake.region.NAME.compute.url}. */
@Startup
@ApplicationScoped
public class ComputeRegions {

    private static final String PREFIX = "handshake.region.";

    private final Map<String, ComputeSpec> specs = new LinkedHashMap<>();

    ComputeRegions(ComputeRegionConfig config, KeystoneConfig keystone, Regions regions) {
        config.region().forEach((name, spec) -> add(regions.requireConfigured(name), spec.compute()));
        if (!specs.isEmpty()
                && (keystone.url().isEmpty()
                        || keystone.user().name().isEmpty()
                        || keystone.user().password().isEmpty())) {
            throw new InvalidSettingException(PREFIX + specs.keySet().iterator().next()
                    + ".compute.url needs handshake.keystone.url, handshake.keystone.user.name and"
                    + " handshake.keystone.user.password.");
        }
    }

    private void add(String region, ComputeSpec spec) {
        if (spec.url().isPresent()) {
            specs.put(region, spec);
        } else if (spec.networkUrl().isPresent()) {
            throw new InvalidSettingException(PREFIX + region + ".compute.network-url is not allowed without " + PREFIX
                    + region + ".compute.url.");
        }
    }

    /** Whether the region's servers are those of a compute service. */
    public boolean contains(String region) {
        return specs.containsKey(region);
    }

    /** Regions with a compute service. */
    public List<String> all() {
        return List.copyOf(specs.keySet());
    }

    /** Whether servers of the region can have a network. */
    public boolean hasNetworks(String region) {
        return contains(region) && specs.get(region).networkUrl().isPresent();
    }

    EndpointSetting url(String region) {
        return specs.get(region).url().orElseThrow();
    }

    Optional<EndpointSetting> networkUrl(String region) {
        return specs.get(region).networkUrl();
    }
}
