package dev.handshake.importing;

import dev.handshake.config.SettingConverters.NonNegativeInt;
import dev.handshake.config.SettingConverters.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of imports, beside {@link dev.handshake.outbound.OutboundConfig}. */
@ConfigMapping(prefix = "handshake.import")
interface ImportConfig {

    /** Maximum number of redirects. */
    @WithConverter(NonNegativeInt.class)
    int maxRedirects();

    /** How long the server may send nothing. */
    @WithConverter(PositiveDuration.class)
    Duration readTimeout();

    /** Maximum duration of one import. */
    @WithConverter(PositiveDuration.class)
    Duration maxDuration();
}
