package dev.handshake.observability;

/** An external system that the portal depends on. */
interface Dependency {

    /** A short name for health checks and metrics. */
    String name();

    /** @throws Exception if it does not respond properly; the caller waits as long as it takes */
    void ping() throws Exception;
}
