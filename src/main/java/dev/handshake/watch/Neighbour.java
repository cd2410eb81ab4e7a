package dev.handshake.watch;

/** Something beside the portal that it needs. */
interface Neighbour {

    /** In a few words, for whoever reads health and metrics. */
    String name();

    /** @throws Exception where it does not answer as it should; the asker waits as long as it takes */
    void ask() throws Exception;
}
