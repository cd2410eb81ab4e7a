package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A single-file VMDK: a hosted sparse extent with an embedded descriptor (VMware, Virtual Disk Format 5.0). All numbers
 * are little-endian; capacity and offsets are in sectors.
 */
final class VmdkFormat implements FormatDetector {

    static final int SECTOR_SIZE = 512;

    private static final byte[] SIGNATURE = "KDMV".getBytes(StandardCharsets.US_ASCII);
    private static final int CAPACITY = 12;
    private static final int DESCRIPTOR = 28;
    private static final int DESCRIPTOR_SECTORS = 36;
    private static final int GRAIN_DIRECTORY = 56;
    private static final int OVERHEAD = 64;
    private static final long AT_END = -1;

    @Override
    public String label() {
        return DiskFormat.VMDK.label();
    }

    @Override
    public boolean matches(FileSample file) {
        return file.hasBytesAt(0, SIGNATURE);
    }

    @Override
    public DiskImageInfo inspect(FileSample file) {
        StructReader structReader = file.headReader(label(), ByteOrder.LITTLE_ENDIAN);
        requireVersion(structReader);
        VmdkDescriptor.parse(structReader, structReader.u64(DESCRIPTOR), structReader.u64(DESCRIPTOR_SECTORS))
                .requireSingleFile();
        requireSameAtEnd(file, structReader);
        DiskImageInfo facts =
                new DiskImageInfo(DiskFormat.VMDK, file.size(), structReader.diskSize(CAPACITY, SECTOR_SIZE));
        requireTables(file, structReader);
        return facts;
    }

    /**
     * Checks that the file contains everything before the grains, which the header counts as overhead, and the start of
     * the grain directory.
     */
    private void requireTables(FileSample file, StructReader structReader) {
        requireSector(file, structReader.u64(OVERHEAD));
        if (structReader.u64(GRAIN_DIRECTORY) != AT_END) {
            requireSector(file, structReader.u64(GRAIN_DIRECTORY) + 1);
        }
    }

    private void requireSector(FileSample file, long end) {
        file.requireComplete(
                label(), end < 0 || end > StructReader.MAX_DISK_SIZE / SECTOR_SIZE ? -1 : end * SECTOR_SIZE);
    }

    private static void requireVersion(StructReader structReader) {
        long version = structReader.u32(4);
        if (version < 1 || version > 3) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "vmdk version " + version);
        }
    }

    /** A stream-optimized VMDK repeats its header at the end, where readers use it, so both must agree. */
    private void requireSameAtEnd(FileSample file, StructReader structReader) {
        if (structReader.u64(GRAIN_DIRECTORY) == AT_END) {
            StructReader footer = file.tailReader(label(), ByteOrder.LITTLE_ENDIAN, 2 * SECTOR_SIZE);
            structReader.require(footer.hasBytesAt(0, SIGNATURE)
                    && footer.u64(CAPACITY) == structReader.u64(CAPACITY)
                    && footer.u64(DESCRIPTOR) == structReader.u64(DESCRIPTOR)
                    && footer.u64(DESCRIPTOR_SECTORS) == structReader.u64(DESCRIPTOR_SECTORS));
        }
    }
}
