package dev.handshake.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Limits of requests and connections. */
@ConfigMapping(prefix = "handshake.http")
interface HttpConfig {

    /** Requests that one replica handles at a time. */
    int maxConcurrentRequests();

    /** Uploads at a time, and as many downloads. */
    int maxConcurrentTransfers();

    /** Open connections of one client address; 0 sets no limit. */
    int maxConnectionsPerAddress();

    MemorySize maxFormSize();

    /** For the header of a request. */
    Duration headerTimeout();

    /** For a form or a JSON body. */
    Duration bodyTimeout();

    /** How long a connection may rest between two requests. */
    Duration keepAliveTimeout();

    /** The time in which an upload has to make some progress. */
    Duration uploadIdleTimeout();

    /** The time in which a response has to make some progress. */
    Duration responseStallTimeout();
}
