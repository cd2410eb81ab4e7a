package dev.handshake.importing;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of imports. */
@ConfigMapping(prefix = "handshake.import")
interface ImportConfig {

    /** Networks never fetched from; takes precedence over allowed ones. */
    Optional<List<String>> deniedNetworks();

    /** Non-public networks that may be fetched from. */
    Optional<List<String>> allowedNetworks();

    List<Integer> allowedPorts();

    /** Maximum number of redirects. */
    int maxRedirects();

    /** How long the server may send nothing. */
    Duration readTimeout();

    /** Maximum duration of one import. */
    Duration maxDuration();
}
