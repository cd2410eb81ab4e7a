package dev.handshake.importing;

import java.time.Duration;

/** Import settings for tests without a portal. */
record TestImportConfig(Duration readTimeout, Duration maxDuration) implements ImportConfig {

    @Override
    public int maxRedirects() {
        return 5;
    }
}
