package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;

/** Builds a VHDX: two headers, two region tables, log at 1 MiB, metadata at 2 MiB, empty block table at 3 MiB. */
final class VhdxFile {

    static final int HEADER = 64 << 10;
    static final int REGIONS = 192 << 10;
    static final int METADATA = 2 << 20;
    static final int ITEMS = METADATA + (64 << 10);
    private static final int MIB = 1 << 20;

    private final ByteBuffer file = ByteBuffer.allocate(4 * MIB).order(ByteOrder.LITTLE_ENDIAN);

    VhdxFile(long virtualSize) {
        text(0, "vhdxfile");
        header(HEADER, 1);
        header(2 * HEADER, 2);
        regions(REGIONS);
        regions(REGIONS + (64 << 10));
        text(METADATA, "metadata").int32(METADATA + 8, 5 << 16);
        item(0, "caa16737-fa36-4d43-b3b6-33f0aa44e76b", 8, 4).int32(ITEMS, 32 * MIB);
        item(1, "2fa54224-cd1b-4876-b211-5dbed83bf4b8", 8, 6).int64(ITEMS + 16, virtualSize);
        item(2, "beca12ab-b2e6-4523-93ef-c309e000c746", 16, 6);
        item(3, "8141bf1d-a96f-4709-ba47-f233a8faab5f", 4, 6).int32(ITEMS + 48, 512);
        item(4, "cda348c7-445d-4471-9cc9-e9885251c556", 4, 6).int32(ITEMS + 64, 512);
    }

    private void header(int at, long number) {
        text(at, "head").int64(at + 8, number).int32(at + 64, 1 << 16);
        int32(at + 68, MIB).int64(at + 72, MIB).withChecksum(at, 4096);
    }

    private void regions(int at) {
        text(at, "regi").int32(at + 8, 2);
        guid(at + 16, "2dc27766-f623-4200-9d64-115e9bfd4a08").int64(at + 32, 3 * MIB);
        guid(at + 48, "8b7ca206-4790-4b9a-b8fe-575f050f886e").int64(at + 64, METADATA);
        int32(at + 40, MIB).int32(at + 44, 1).int32(at + 72, MIB).int32(at + 76, 1);
        withChecksum(at, 64 << 10);
    }

    /** Items are 16 bytes apart. */
    VhdxFile item(int number, String guid, int length, int flags) {
        int entry = METADATA + 32 * (number + 1);
        int place = ITEMS + 16 * number - METADATA;
        return guid(entry, guid)
                .int32(entry + 16, place)
                .int32(entry + 20, length)
                .int32(entry + 24, flags);
    }

    /** Sets the file parameters: 1 is “leave blocks allocated”, 2 is “has parent”. */
    VhdxFile flags(int flags) {
        return int32(ITEMS + 4, flags);
    }

    VhdxFile guid(int at, String text) {
        UUID guid = UUID.fromString(text);
        long high = guid.getMostSignificantBits();
        file.putInt(at, (int) (high >>> 32))
                .putShort(at + 4, (short) (high >>> 16))
                .putShort(at + 6, (short) high);
        return int64(at + 8, Long.reverseBytes(guid.getLeastSignificantBits()));
    }

    VhdxFile int32(int at, int value) {
        file.putInt(at, value);
        return this;
    }

    VhdxFile int64(int at, long value) {
        file.putLong(at, value);
        return this;
    }

    VhdxFile withChecksum(int at, int length) {
        writeChecksum(file.array(), at, length);
        return this;
    }

    /** Writes the checksum in place. */
    static void writeChecksum(byte[] file, int at, int length) {
        Arrays.fill(file, at + 4, at + 8, (byte) 0);
        CRC32C checksum = new CRC32C();
        checksum.update(file, at, length);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 4, (int) checksum.getValue());
    }

    private VhdxFile text(int at, String text) {
        file.put(at, text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    byte[] bytes() {
        return file.array();
    }
}
