package dev.handshake.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The bucket for image data, as the operator names it. Credentials are no setting: they come as AWS's tools find them,
 * so that they are never written down here.
 */
@ConfigMapping(prefix = "handshake.images.s3")
public interface S3Config {

    /** It has to be there. */
    Optional<String> bucket();

    /** Where the store is, unless it is AWS itself. */
    Optional<URI> endpoint();

    /** The store's own region, which every request is signed for. */
    @WithDefault("us-east-1")
    String region();

    /** Whether the bucket stands in the path of an address, and not in the name of the host. */
    @WithDefault("false")
    boolean pathStyle();

    /** What the name of everything in the bucket begins with. */
    Optional<String> prefix();

    /** How much is sent or fetched at once; more where the largest file would be too many parts. */
    @WithDefault("32M")
    MemorySize partSize();

    /** How long the store may be silent. */
    @WithDefault("60S")
    Duration readTimeout();
}
