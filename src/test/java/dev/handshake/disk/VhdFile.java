package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds a dynamic VHD (footer, header, empty block table, footer) or a fixed one (content, footer). */
final class VhdFile {

    private static final int SECTOR = 512;
    private static final int BLOCK = 2 << 20;

    private VhdFile() {}

    static byte[] dynamic(long virtualSize, int type) {
        int blocks = (int) ((virtualSize + BLOCK - 1) / BLOCK);
        int table = (4 * blocks + SECTOR - 1) / SECTOR * SECTOR;
        byte[] footer = footer(virtualSize, type, SECTOR);
        ByteBuffer file = ByteBuffer.allocate(4 * SECTOR + table);
        file.put(0, footer).put(SECTOR, header(blocks)).put(3 * SECTOR + table, footer);
        for (int entry = 0; entry < table; entry += 4) {
            file.putInt(3 * SECTOR + entry, -1);
        }
        return file.array();
    }

    private static byte[] header(int blocks) {
        ByteBuffer header = ByteBuffer.allocate(2 * SECTOR);
        header.put(0, "cxsparse".getBytes(StandardCharsets.US_ASCII));
        header.putLong(8, -1).putLong(16, 3 * SECTOR).putInt(24, 0x10000);
        header.putInt(28, blocks).putInt(32, BLOCK);
        return withChecksum(header, 36);
    }

    static byte[] fixed(int virtualSize) {
        ByteBuffer file = ByteBuffer.allocate(virtualSize + SECTOR);
        return file.put(virtualSize, footer(virtualSize, 2, -1)).array();
    }

    static byte[] footer(long virtualSize, int type, long next) {
        ByteBuffer footer = ByteBuffer.allocate(SECTOR);
        footer.put(0, "conectix".getBytes(StandardCharsets.US_ASCII));
        footer.putInt(8, 2).putInt(12, 0x10000).putLong(16, next);
        footer.put(28, "win ".getBytes(StandardCharsets.US_ASCII));
        footer.putLong(40, virtualSize).putLong(48, virtualSize).putInt(60, type);
        return withChecksum(footer, 64);
    }

    static byte[] withChecksum(ByteBuffer structure, int at) {
        structure.putInt(at, 0);
        int sum = 0;
        for (byte value : structure.array()) {
            sum += Byte.toUnsignedInt(value);
        }
        return structure.putInt(at, ~sum).array();
    }
}
