package dev.handshake.importing;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the operator says of imports. */
@ConfigMapping(prefix = "handshake.import")
interface ImportConfig {

    /** Networks that nothing is fetched from, stronger than those allowed. */
    Optional<List<String>> deniedNetworks();

    /** Networks inside the cloud that files are fetched from all the same. */
    Optional<List<String>> allowedNetworks();

    List<Integer> allowedPorts();

    /** How often an address may lead on to another. */
    int maxRedirects();

    /** How long the other side may say nothing. */
    Duration readTimeout();

    /** How long one file may take. */
    Duration maxDuration();
}
