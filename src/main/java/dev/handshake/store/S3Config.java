package dev.handshake.store;

import dev.handshake.config.SettingConverters.Flag;
import dev.handshake.config.SettingConverters.HttpUrl;
import dev.handshake.config.SettingConverters.PositiveDuration;
import dev.handshake.config.SettingConverters.Text;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The bucket for image data. Credentials are not configured here: the AWS SDK finds them in its usual places. */
@ConfigMapping(prefix = "handshake.images.s3")
public interface S3Config {

    /** Must exist. */
    Optional<@WithConverter(Text.class) String> bucket();

    /** The store's URL, unless it is AWS. */
    Optional<@WithConverter(HttpUrl.class) URI> endpoint();

    /** The store's region, used to sign requests. */
    @WithDefault("us-east-1")
    @WithConverter(Text.class)
    String region();

    /** Whether the bucket is in the URL's path instead of the host name. */
    @WithDefault("false")
    @WithConverter(Flag.class)
    boolean pathStyle();

    /** Prefix of all object names. */
    Optional<@WithConverter(Text.class) String> prefix();

    /** Size of each part sent or fetched; increased if the largest file would need too many parts. */
    @WithDefault("32M")
    @WithConverter(PartSizeConverter.class)
    MemorySize partSize();

    /** How long the store may send nothing. */
    @WithDefault("60s")
    @WithConverter(PositiveDuration.class)
    Duration readTimeout();
}
