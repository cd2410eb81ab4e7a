package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The metadata region of a VHDX ([MS-VHDX] 2.6): a table of items, then the items. */
final class VhdxMetadata {

    /** In bytes; the minimum size of a region. The items read here are short and near its start. */
    static final int LENGTH = 1024 * 1024;

    private static final byte[] SIGNATURE = "metadata".getBytes(StandardCharsets.US_ASCII);
    private static final UUID FILE_PARAMETERS = UUID.fromString("caa16737-fa36-4d43-b3b6-33f0aa44e76b");
    private static final UUID VIRTUAL_DISK_SIZE = UUID.fromString("2fa54224-cd1b-4876-b211-5dbed83bf4b8");
    private static final UUID PARENT_LOCATOR = UUID.fromString("a8d35f2d-b30b-454d-abf7-d3d84834ab0c");
    private static final long HAS_PARENT = 1 << 1;

    private final StructReader region;
    private final VhdxEntryTable table;

    VhdxMetadata(StructReader region) {
        region.require(region.hasBytesAt(0, SIGNATURE));
        this.region = region;
        this.table = new VhdxEntryTable(region, 32, region.u16(10));
    }

    void requireNoParent() {
        long flags = region.u32(itemOffset(FILE_PARAMETERS) + 4);
        if ((flags & HAS_PARENT) != 0 || table.has(PARENT_LOCATOR)) {
            throw new RefusedException(Reason.FILE_HAS_PARENT, DiskFormat.VHDX.label());
        }
    }

    /** In bytes. */
    long diskSize() {
        return region.diskSize(itemOffset(VIRTUAL_DISK_SIZE), 1);
    }

    private long itemOffset(UUID subject) {
        return region.u32(table.entryOffset(subject) + 16);
    }
}
