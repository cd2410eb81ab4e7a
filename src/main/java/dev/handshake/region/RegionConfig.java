package dev.handshake.region;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** The regions of the cloud. */
@ConfigMapping(prefix = "handshake")
interface RegionConfig {

    /** In the order and spelling used on pages. */
    List<String> regions();
}
