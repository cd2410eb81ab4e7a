package dev.handshake.outbound;

import dev.handshake.config.SettingConverters.Port;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.List;
import java.util.Optional;

/** Where the portal may connect to for its users. The names of the settings are older than their other uses. */
@ConfigMapping(prefix = "handshake.import")
public interface OutboundConfig {

    /** Networks never connected to; takes precedence over allowed ones. */
    Optional<List<@WithConverter(CidrBlockConverter.class) CidrBlock>> deniedNetworks();

    /** Non-public networks that may be connected to. */
    Optional<List<@WithConverter(CidrBlockConverter.class) CidrBlock>> allowedNetworks();

    List<@WithConverter(Port.class) Integer> allowedPorts();
}
