package dev.handshake.disk;

import dev.handshake.refusal.Refused;

/** One format: how a file of it is recognised, and where it says what. */
interface Layout {

    /** The name of the format, for sentences. */
    String word();

    /** Whether the file bears the signature of this format, be it sound or not. */
    boolean matches(Glimpse file);

    /**
     * Reads a file that {@link #matches}.
     *
     * @throws Refused if it is damaged, of no use or a danger
     */
    DiskFacts read(Glimpse file);
}
