package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds a single-file VMDK: header, descriptor, two empty grain directories; a footer if stream-optimized. */
final class VmdkFile {

    private static final int SECTOR = 512;
    private static final int SECTORS_PER_TABLE = 128 * 512;
    private static final int END = 128 * SECTOR;

    private final ByteBuffer header = ByteBuffer.allocate(SECTOR).order(ByteOrder.LITTLE_ENDIAN);
    private String descriptor;
    private String afterDescriptor = "";
    private boolean isStreamOptimized;

    VmdkFile(long virtualSize) {
        long sectors = virtualSize / SECTOR;
        int directory = (int) (sectors / SECTORS_PER_TABLE * 4 / SECTOR + 1);
        header.put(0, "KDMV".getBytes(StandardCharsets.US_ASCII)).putInt(4, 1).putInt(8, 3);
        header.putLong(12, sectors)
                .putLong(20, 128)
                .putLong(28, 1)
                .putLong(36, 20)
                .putInt(44, 512);
        header.putLong(48, 21).putLong(56, 21 + directory).putLong(64, 128);
        header.put(73, new byte[] {'\n', ' ', '\r', '\n'});
        descriptor = String.join(
                "\n",
                "# Disk DescriptorFile",
                "version=1",
                "CID=44f765bf",
                "parentCID=ffffffff",
                "createType=\"monolithicSparse\"",
                "",
                "# Extent description",
                "RW " + sectors + " SPARSE \"disk.vmdk\"",
                "",
                "ddb.adapterType = \"ide\"",
                "");
    }

    VmdkFile streamOptimized() {
        isStreamOptimized = true;
        return int32(4, 3).int32(8, 0x30003).replace("monolithicSparse", "streamOptimized");
    }

    VmdkFile type(String type) {
        return replace("monolithicSparse", type);
    }

    VmdkFile extent(String line) {
        return replace("RW \\d+ SPARSE \"disk.vmdk\"", line.replace("\\", "\\\\"));
    }

    VmdkFile line(String line) {
        descriptor += line + "\n";
        return this;
    }

    VmdkFile replace(String pattern, String replacement) {
        descriptor = descriptor.replaceAll(pattern, replacement);
        return this;
    }

    /** Adds text in the space of the descriptor, after the NUL that ends it. */
    VmdkFile afterDescriptor(String text) {
        afterDescriptor = '\0' + text;
        return this;
    }

    VmdkFile int32(int at, int value) {
        header.putInt(at, value);
        return this;
    }

    VmdkFile int64(int at, long value) {
        header.putLong(at, value);
        return this;
    }

    byte[] bytes() {
        byte[] file = new byte[END];
        System.arraycopy(header.array(), 0, file, 0, SECTOR);
        byte[] text = (descriptor + afterDescriptor).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, file, SECTOR, text.length);
        return isStreamOptimized ? withFooter(file) : file;
    }

    /** Marker, footer, end of stream. The header then refers to the footer for the grain directory. */
    private static byte[] withFooter(byte[] start) {
        ByteBuffer file =
                ByteBuffer.wrap(Arrays.copyOf(start, END + 3 * SECTOR)).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(56, -1).putInt(END + 12, 3);
        file.put(END + SECTOR, start, 0, SECTOR);
        return file.array();
    }
}
