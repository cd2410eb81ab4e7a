package dev.handshake.importing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Import settings for tests without a portal. */
record TestImportConfig(
        Optional<List<CidrBlock>> allowedNetworks,
        Optional<List<CidrBlock>> deniedNetworks,
        List<Integer> allowedPorts,
        Duration readTimeout,
        Duration maxDuration)
        implements ImportConfig {

    @Override
    public int maxRedirects() {
        return 5;
    }
}
