package dev.handshake.http;

import dev.handshake.config.SettingConverters.NonNegativeInt;
import dev.handshake.config.SettingConverters.PositiveDuration;
import dev.handshake.config.SettingConverters.PositiveInt;
import dev.handshake.config.SettingConverters.PositiveSize;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Limits of requests and connections. */
@ConfigMapping(prefix = "handshake.http")
interface HttpConfig {

    /** Requests one replica handles at once. */
    @WithConverter(PositiveInt.class)
    int maxConcurrentRequests();

    /** Uploads at once, and downloads at once. */
    @WithConverter(PositiveInt.class)
    int maxConcurrentTransfers();

    /** Open connections per client address; 0 for no limit. */
    @WithConverter(NonNegativeInt.class)
    int maxConnectionsPerAddress();

    @WithConverter(PositiveSize.class)
    MemorySize maxFormSize();

    /** For the headers of a request. */
    @WithConverter(PositiveDuration.class)
    Duration headerTimeout();

    /** For a form or a JSON body. */
    @WithConverter(PositiveDuration.class)
    Duration bodyTimeout();

    /** How long a connection may stay idle between requests. */
    @WithConverter(PositiveDuration.class)
    Duration keepAliveTimeout();

    /** An upload must make progress within this time. */
    @WithConverter(PositiveDuration.class)
    Duration uploadIdleTimeout();

    /** A response must make progress within this time. */
    @WithConverter(PositiveDuration.class)
    Duration responseStallTimeout();
}
