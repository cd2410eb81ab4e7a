package dev.handshake.disk;

import dev.handshake.error.RefusedException;

/** One format: how a file of it is recognised, and where it says what. */
interface FormatDetector {

    /** The name of the format, for sentences. */
    String label();

    /** Whether the file bears the signature of this format, be it sound or not. */
    boolean matches(FileSample file);

    /**
     * Reads a file that {@link #matches}.
     *
     * @throws RefusedException if it is damaged, of no use or a danger
     */
    DiskImageInfo inspect(FileSample file);

    /**
     * Where the {@link CaptureRegion} is that {@link #inspect} will need, in bytes; 0 if none.
     *
     * @param start the head of the file, while the rest is still to come
     * @throws RefusedException if it is damaged
     */
    default long captureOffset(FileSample start) {
        return 0;
    }
}
