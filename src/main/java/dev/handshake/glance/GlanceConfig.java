package dev.handshake.glance;

import dev.handshake.config.SettingConverters.PositiveDuration;
import dev.handshake.config.SettingConverters.PositiveInt;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of the calls to Image services. */
@ConfigMapping(prefix = "handshake.glance")
interface GlanceConfig {

    /** The longest time of one call, including the sign-in at Keystone; of a download, the longest without a byte. */
    @WithConverter(PositiveDuration.class)
    Duration timeout();

    /** Calls of one replica to one region at a time, downloads not included; any other fails at once. */
    @WithConverter(PositiveInt.class)
    int maxConcurrent();
}
