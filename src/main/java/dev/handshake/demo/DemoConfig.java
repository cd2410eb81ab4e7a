package dev.handshake.demo;

import io.smallrye.config.ConfigMapping;

/** Ports of the demo's servers. */
@ConfigMapping(prefix = "handshake.demo")
interface DemoConfig {

    int signInPort();

    int mirrorPort();
}
