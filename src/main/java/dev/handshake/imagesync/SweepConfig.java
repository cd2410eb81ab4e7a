package dev.handshake.imagesync;

import dev.handshake.config.SettingConverters.PositiveDuration;
import dev.handshake.config.SettingConverters.PositiveInt;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of the sweeps of regions with Glance. */
@ConfigMapping(prefix = "handshake.glance")
interface SweepConfig {

    /** From the start of a sweep to the start of the next one, at the least. */
    @WithConverter(PositiveDuration.class)
    Duration sweepInterval();

    /** Calls of one sweep in a second. */
    @WithConverter(PositiveInt.class)
    int maxCallsPerSecond();
}
