package dev.handshake.disk;

import dev.handshake.error.RefusedException;

/** Detects and inspects one file format. */
interface FormatDetector {

    /** The name of the format, for messages. */
    String label();

    /** Whether the file has the signature of this format, even if it is damaged. */
    boolean matches(FileSample file);

    /**
     * Inspects a file that {@link #matches}.
     *
     * @throws RefusedException if it is damaged, unsupported or dangerous
     */
    DiskImageInfo inspect(FileSample file);

    /**
     * The offset of the {@link CaptureRegion} that {@link #inspect} will need; 0 for none.
     *
     * @param start the head of the file, while the rest is still arriving
     * @throws RefusedException if it is damaged
     */
    default long captureOffset(FileSample start) {
        return 0;
    }
}
