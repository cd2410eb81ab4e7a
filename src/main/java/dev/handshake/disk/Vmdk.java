package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A VMDK in one file: a hosted sparse extent with its descriptor inside (VMware, Virtual Disk Format 5.0). All numbers
 * are little-endian; capacity and offsets count sectors.
 */
final class Vmdk implements Layout {

    static final int SECTOR = 512;

    private static final byte[] SIGNATURE = "KDMV".getBytes(StandardCharsets.US_ASCII);
    private static final int CAPACITY = 12;
    private static final int DESCRIPTOR = 28;
    private static final int DESCRIPTOR_SECTORS = 36;
    private static final int GRAIN_DIRECTORY = 56;
    private static final int OVERHEAD = 64;
    private static final long AT_END = -1;

    @Override
    public String word() {
        return DiskFormat.VMDK.word();
    }

    @Override
    public boolean matches(Glimpse file) {
        return file.shows(0, SIGNATURE);
    }

    @Override
    public DiskFacts read(Glimpse file) {
        Header header = file.start(word(), ByteOrder.LITTLE_ENDIAN);
        requireVersion(header);
        VmdkDescriptor.in(header, header.u64(DESCRIPTOR), header.u64(DESCRIPTOR_SECTORS))
                .requireOneFile();
        requireSameAtEnd(file, header);
        DiskFacts facts = new DiskFacts(DiskFormat.VMDK, file.size(), header.diskSize(CAPACITY, SECTOR));
        requireTables(file, header);
        return facts;
    }

    /** All before the grains, which the header counts as overhead, and the grain directory in it or after it. */
    private void requireTables(Glimpse file, Header header) {
        requireSector(file, header.u64(OVERHEAD));
        if (header.u64(GRAIN_DIRECTORY) != AT_END) {
            requireSector(file, header.u64(GRAIN_DIRECTORY) + 1);
        }
    }

    private void requireSector(Glimpse file, long end) {
        file.requireWhole(word(), end < 0 || end > Header.LARGEST_DISK / SECTOR ? -1 : end * SECTOR);
    }

    private static void requireVersion(Header header) {
        long version = header.u32(4);
        if (version < 1 || version > 3) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "vmdk version " + version);
        }
    }

    /** A streamed VMDK repeats its header at the end, and there it counts: it must not say anything else. */
    private void requireSameAtEnd(Glimpse file, Header header) {
        if (header.u64(GRAIN_DIRECTORY) == AT_END) {
            Header footer = file.end(word(), ByteOrder.LITTLE_ENDIAN, 2 * SECTOR);
            header.require(footer.shows(0, SIGNATURE)
                    && footer.u64(CAPACITY) == header.u64(CAPACITY)
                    && footer.u64(DESCRIPTOR) == header.u64(DESCRIPTOR)
                    && footer.u64(DESCRIPTOR_SECTORS) == header.u64(DESCRIPTOR_SECTORS));
        }
    }
}
