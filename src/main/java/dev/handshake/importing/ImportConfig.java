package dev.handshake.importing;

import dev.handshake.config.SettingConverters.NonNegativeInt;
import dev.handshake.config.SettingConverters.Port;
import dev.handshake.config.SettingConverters.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of imports. */
@ConfigMapping(prefix = "handshake.import")
interface ImportConfig {

    /** Networks never fetched from; takes precedence over allowed ones. */
    Optional<List<@WithConverter(CidrBlockConverter.class) CidrBlock>> deniedNetworks();

    /** Non-public networks that may be fetched from. */
    Optional<List<@WithConverter(CidrBlockConverter.class) CidrBlock>> allowedNetworks();

    List<@WithConverter(Port.class) Integer> allowedPorts();

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
