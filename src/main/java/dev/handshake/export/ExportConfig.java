package dev.handshake.export;

import dev.handshake.config.SettingConverters.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Lifetimes of exports. */
@ConfigMapping(prefix = "handshake.export")
interface ExportConfig {

    /** How long an export can be downloaded. */
    @WithConverter(PositiveDuration.class)
    Duration retention();

    /** How long each of its download links is valid. */
    @WithConverter(PositiveDuration.class)
    Duration linkTtl();
}
