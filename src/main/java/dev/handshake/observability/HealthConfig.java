package dev.handshake.observability;

import dev.handshake.config.SettingConverters.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of health checks. */
@ConfigMapping(prefix = "handshake.health")
interface HealthConfig {

    /** How often database, image store and identity provider are probed. */
    @WithConverter(PositiveDuration.class)
    Duration checkInterval();
}
