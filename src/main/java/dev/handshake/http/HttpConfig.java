package dev.handshake.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Limits of requests and connections. */
@ConfigMapping(prefix = "handshake.http")
interface HttpConfig {

    /** Requests one replica handles at once. */
    int maxConcurrentRequests();

    /** Uploads at once, and downloads at once. */
    int maxConcurrentTransfers();

    /** Open connections per client address; 0 for no limit. */
    int maxConnectionsPerAddress();

    MemorySize maxFormSize();

    /** For the headers of a request. */
    Duration headerTimeout();

    /** For a form or a JSON body. */
    Duration bodyTimeout();

    /** How long a connection may stay idle between requests. */
    Duration keepAliveTimeout();

    /** An upload must make progress within this time. */
    Duration uploadIdleTimeout();

    /** A response must make progress within this time. */
    Duration responseStallTimeout();
}
