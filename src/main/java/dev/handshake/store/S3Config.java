package dev.handshake.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The bucket for image data. Credentials are not configured here: the AWS SDK finds them in its usual places. */
@ConfigMapping(prefix = "handshake.images.s3")
public interface S3Config {

    /** Must exist. */
    Optional<String> bucket();

    /** The store's URL, unless it is AWS. */
    Optional<URI> endpoint();

    /** The store's region, used to sign requests. */
    @WithDefault("us-east-1")
    String region();

    /** Whether the bucket is in the URL's path instead of the host name. */
    @WithDefault("false")
    boolean pathStyle();

    /** Prefix of all object names. */
    Optional<String> prefix();

    /** Size of each part sent or fetched; increased if the largest file would need too many parts. */
    @WithDefault("32M")
    MemorySize partSize();

    /** How long the store may send nothing. */
    @WithDefault("60S")
    Duration readTimeout();
}
