package dev.handshake.demo;

import dev.handshake.config.SettingConverters.Port;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;

/** Ports of the demo's servers. */
@ConfigMapping(prefix = "handshake.demo")
interface DemoConfig {

    @WithConverter(Port.class)
    int signInPort();

    @WithConverter(Port.class)
    int mirrorPort();
}
