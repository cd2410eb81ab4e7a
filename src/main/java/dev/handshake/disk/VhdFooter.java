package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/**
 * The footer of a VHD, after its checksum was verified and differencing disks were refused.
 *
 * @param dataOffset offset of the next structure
 * @param diskSize current size in bytes
 */
record VhdFooter(long dataOffset, long diskSize, long type) {

    static final int LENGTH = 512;
    static final int FIXED = 2;
    static final int DYNAMIC = 3;
    private static final int DIFFERENCING = 4;
    private static final int CHECKSUM = 64;

    static VhdFooter parse(StructReader footer) {
        footer.require(footer.u32(CHECKSUM) == checksum(footer));
        VhdFooter said = new VhdFooter(footer.u64(16), footer.diskSize(48, 1), footer.u32(60));
        if (said.type == DIFFERENCING) {
            throw new RefusedException(Reason.FILE_HAS_PARENT, DiskFormat.VHD.label());
        }
        return said;
    }

    /** The one's complement of the sum of all other bytes. */
    private static long checksum(StructReader footer) {
        int sum = 0;
        for (int at = 0; at < LENGTH; at++) {
            sum += at < CHECKSUM || at >= CHECKSUM + Integer.BYTES ? footer.u8(at) : 0;
        }
        return Integer.toUnsignedLong(~sum);
    }
}
