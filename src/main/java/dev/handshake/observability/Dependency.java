package dev.handshake.observability;

/** Something beside the portal that it needs. */
interface Dependency {

    /** In a few words, for whoever reads health and metrics. */
    String name();

    /** @throws Exception where it does not answer as it should; the asker waits as long as it takes */
    void ping() throws Exception;
}
