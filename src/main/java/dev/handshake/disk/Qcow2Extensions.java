package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/**
 * The header extensions of a qcow2: type, length and data, repeated until an end mark or the end of the first cluster.
 *
 * @param start offset of the first extension
 * @param end of the cluster
 */
record Qcow2Extensions(StructReader header, long start, long end) {

    private static final long END_MARK = 0;
    private static final long DATA_FILE_NAME = 0x44415441;
    private static final int TYPE_AND_LENGTH = 8;

    void requireNoDataFile() {
        header.require(start <= end);
        long at = start;
        while (at <= end - TYPE_AND_LENGTH && header.u32(at) != END_MARK) {
            if (header.u32(at) == DATA_FILE_NAME) {
                throw new RefusedException(Reason.FILE_HAS_EXTERNAL_DATA_FILE);
            }
            at = after(at);
        }
    }

    private long after(long at) {
        long length = header.u32(at + 4);
        header.require(length <= end - at - TYPE_AND_LENGTH);
        long padded = (length + 7) / 8 * 8;
        return at + TYPE_AND_LENGTH + padded;
    }
}
