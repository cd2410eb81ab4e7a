package dev.handshake.observability;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of health checks. */
@ConfigMapping(prefix = "handshake.health")
interface HealthConfig {

    /** How often database, image store and identity provider are probed. */
    Duration checkInterval();
}
