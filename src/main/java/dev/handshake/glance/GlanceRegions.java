package dev.handshake.glance;

import dev.handshake.config.InvalidSettingException;
import dev.handshake.glance.GlanceRegionConfig.GlanceSpec;
import dev.handshake.glance.GlanceRegionConfig.NotificationSpec;
import dev.handshake.keystone.KeystoneConfig;
import dev.handshake.openstack.EndpointSetting;
import dev.handshake.region.Regions;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The regions whose images are those of a Glance: those with {@code handshake.region.NAME.glance.url}. */
@Startup
@ApplicationScoped
public class GlanceRegions {

    private final Map<String, GlanceSpec> specs = new LinkedHashMap<>();
    private final KeystoneConfig.UserSpec user;

    GlanceRegions(GlanceRegionConfig config, KeystoneConfig keystone, Regions regions) {
        this.user = keystone.user();
        config.region().forEach((name, spec) -> {
            String region = regions.requireConfigured(name);
            if (spec.glance().url().isPresent()) {
                specs.put(region, spec.glance());
            } else if (spec.glance().notifications().url().isPresent()) {
                throw new InvalidSettingException("handshake.region." + region
                        + ".glance.notifications.url needs handshake.region." + region + ".glance.url.");
            }
        });
        if (!specs.isEmpty()
                && (keystone.url().isEmpty()
                        || user.name().isEmpty()
                        || user.password().isEmpty()
                        || user.project().isEmpty())) {
            throw new InvalidSettingException("handshake.region."
                    + specs.keySet().iterator().next()
                    + ".glance.url needs handshake.keystone.url, handshake.keystone.user.name,"
                    + " handshake.keystone.user.password and handshake.keystone.user.project.");
        }
    }

    /** Whether the region's images are those of a Glance. */
    public boolean contains(String region) {
        return specs.containsKey(region);
    }

    /** Regions with a Glance. */
    public List<String> all() {
        return List.copyOf(specs.keySet());
    }

    /** What the portal does there. */
    public GlanceMode mode(String region) {
        return specs.get(region).mode();
    }

    NotificationSpec notifications(String region) {
        return specs.get(region).notifications();
    }

    EndpointSetting url(String region) {
        return specs.get(region).url().orElseThrow();
    }

    /** Id of the project in which the portal's user may see every account's images. */
    String project() {
        return user.project().orElseThrow();
    }
}
