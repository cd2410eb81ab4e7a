package dev.handshake.nova;

import dev.handshake.openstack.EndpointSetting;
import dev.handshake.openstack.EndpointSetting.EndpointConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of single regions. Under {@code handshake.region}, since {@code handshake.regions} is the list of their
 * names.
 */
@ConfigMapping(prefix = "handshake")
interface ComputeRegionConfig {

    /** By the region's name. */
    Map<String, RegionSpec> region();

    interface RegionSpec {

        ComputeSpec compute();
    }

    interface ComputeSpec {

        /** The compute service's endpoint with its version, such as {@code http://nova:8774/v2.1}, or the catalog's. */
        Optional<@WithConverter(EndpointConverter.class) EndpointSetting> url();

        /** The network service's endpoint, without a version; servers get no network without it. */
        Optional<@WithConverter(EndpointConverter.class) EndpointSetting> networkUrl();
    }
}
