package dev.handshake.export;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Lifetimes of exports. */
@ConfigMapping(prefix = "handshake.export")
interface ExportConfig {

    /** How long an export can be downloaded. */
    Duration retention();

    /** How long each of its download links is valid. */
    Duration linkTtl();
}
