package dev.handshake.region;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.List;

/** The regions of the cloud. */
@ConfigMapping(prefix = "handshake")
interface RegionConfig {

    /** In the order and spelling used on pages. */
    List<@WithConverter(RegionNameConverter.class) String> regions();
}
