package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds a VDI: header and empty block map. */
final class VdiFile {

    private static final int SECTOR = 512;
    private static final int BLOCK = 1 << 20;

    private VdiFile() {}

    static byte[] of(long virtualSize, int type) {
        int blocks = (int) ((virtualSize + BLOCK - 1) / BLOCK);
        int map = (4 * blocks + SECTOR - 1) / SECTOR * SECTOR;
        ByteBuffer file = ByteBuffer.allocate(SECTOR + map).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, "<<< test VDI disk image >>>\n".getBytes(StandardCharsets.US_ASCII));
        file.putInt(0x40, 0xbeda107f).putInt(0x44, 0x10001).putInt(0x48, 0x180).putInt(0x4c, type);
        file.putInt(0x154, SECTOR).putInt(0x158, SECTOR + map).putInt(0x168, SECTOR);
        file.putLong(0x170, virtualSize).putInt(0x178, BLOCK).putInt(0x180, blocks);
        for (int entry = 0; entry < map; entry += 4) {
            file.putInt(SECTOR + entry, -1);
        }
        return file.array();
    }
}
