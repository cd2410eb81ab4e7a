package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A VHD (Microsoft, Virtual Hard Disk Image Format Specification 1.0). All numbers are big-endian.
 *
 * <p>It ends with a footer. A fixed disk is otherwise a raw disk; a dynamic disk starts with a copy of the footer.
 */
final class VhdFormat implements FormatDetector {

    private static final byte[] SIGNATURE = "conectix".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DYNAMIC_SIGNATURE = "cxsparse".getBytes(StandardCharsets.US_ASCII);

    private static final int TABLE = 16;
    private static final int ENTRIES = 28;

    @Override
    public String label() {
        return DiskFormat.VHD.label();
    }

    @Override
    public boolean matches(FileSample file) {
        return beginsWithFooter(file) || endsWithFooter(file);
    }

    /** A fixed VHD contains the raw disk, which may look like any other format. */
    static boolean isFixed(FileSample file) {
        return endsWithFooter(file) && !beginsWithFooter(file);
    }

    private static boolean beginsWithFooter(FileSample file) {
        return file.hasBytesAt(0, SIGNATURE);
    }

    private static boolean endsWithFooter(FileSample file) {
        return file.hasBytesBeforeEnd(VhdFooter.LENGTH, SIGNATURE);
    }

    @Override
    public DiskImageInfo inspect(FileSample file) {
        VhdFooter footer = beginsWithFooter(file) ? dynamicFooter(file) : fixedFooter(file);
        return new DiskImageInfo(DiskFormat.VHD, file.size(), footer.diskSize());
    }

    private VhdFooter dynamicFooter(FileSample file) {
        StructReader structReader = file.headReader(label(), ByteOrder.BIG_ENDIAN);
        VhdFooter footer = VhdFooter.parse(structReader.slice(0, VhdFooter.LENGTH));
        structReader.require(
                footer.type() == VhdFooter.DYNAMIC && structReader.hasBytesAt(footer.dataOffset(), DYNAMIC_SIGNATURE));
        if (!endsWithFooter(file)) {
            throw new RefusedException(Reason.FILE_TRUNCATED, label());
        }
        structReader.require(footerAtEnd(file).equals(footer));
        long table = structReader.u64(footer.dataOffset() + TABLE);
        structReader.require(table >= 0);
        file.requireComplete(label(), table + structReader.u32(footer.dataOffset() + ENTRIES) * Integer.BYTES);
        return footer;
    }

    private VhdFooter fixedFooter(FileSample file) {
        VhdFooter footer = footerAtEnd(file);
        file.headReader(label(), ByteOrder.BIG_ENDIAN)
                .require(footer.type() == VhdFooter.FIXED && footer.diskSize() <= file.size() - VhdFooter.LENGTH);
        return footer;
    }

    private VhdFooter footerAtEnd(FileSample file) {
        return VhdFooter.parse(file.tailReader(label(), ByteOrder.BIG_ENDIAN, VhdFooter.LENGTH));
    }

    /**
     * The footer of a VHD, after its checksum was verified and differencing disks were refused.
     *
     * @param dataOffset offset of the next structure
     * @param diskSize current size in bytes
     */
    private record VhdFooter(long dataOffset, long diskSize, long type) {

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
}
