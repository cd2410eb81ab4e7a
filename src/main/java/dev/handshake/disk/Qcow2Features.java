package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/** The incompatible feature bits of a qcow2, which a reader must support to open the file. */
final class Qcow2Features {

    private static final long CORRUPT = 1 << 1;
    private static final long DATA_FILE = 1 << 2;

    /** Dirty reference counts, corrupt, external data file, compression type, extended L2 entries. */
    private static final long KNOWN = 0b11111;

    private Qcow2Features() {}

    static void requireSupported(StructReader structReader) {
        long features = structReader.u64(72);
        if ((features & DATA_FILE) != 0) {
            throw new RefusedException(Reason.FILE_HAS_EXTERNAL_DATA_FILE);
        }
        if ((features & ~KNOWN) != 0) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "a qcow2 with unsupported features");
        }
        structReader.require((features & CORRUPT) == 0);
    }
}
