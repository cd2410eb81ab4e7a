package dev.handshake.disk;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The region table of a VHDX ([MS-VHDX] 2.2.3). Its second copy is for recovery and not read. */
final class VhdxRegionTable {

    private static final byte[] SIGNATURE = "regi".getBytes(StandardCharsets.US_ASCII);
    private static final UUID METADATA = UUID.fromString("8b7ca206-4790-4b9a-b8fe-575f050f886e");
    private static final long OFFSET = 192 * 1024;
    private static final int LENGTH = 64 * 1024;
    private static final long MIN_REGION_OFFSET = 1024 * 1024;

    private VhdxRegionTable() {}

    /** The offset of the metadata region in the file. */
    static long metadataOffset(StructReader file) {
        StructReader table = file.slice(OFFSET, LENGTH);
        table.require(VhdxChecksum.isValid(table, SIGNATURE));
        long entry = new VhdxEntryTable(table, 16, table.u32(8)).entryOffset(METADATA);
        long place = table.u64(entry + 16);
        table.require(place >= MIN_REGION_OFFSET);
        return place;
    }
}
