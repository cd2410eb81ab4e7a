package dev.handshake.nova;

import dev.handshake.config.SettingConverters.PositiveDuration;
import dev.handshake.config.SettingConverters.PositiveInt;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of the calls to compute services. */
@ConfigMapping(prefix = "handshake.compute")
interface NovaConfig {

    /** The longest time of one call, including the sign-in at Keystone. */
    @WithConverter(PositiveDuration.class)
    Duration timeout();

    /** Calls of one replica to one region at a time; any other fails at once. */
    @WithConverter(PositiveInt.class)
    int maxConcurrent();
}
