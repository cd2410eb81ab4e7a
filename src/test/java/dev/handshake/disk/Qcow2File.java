package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds a qcow2 of four clusters: header, refcount table, refcount block, L1 table. */
final class Qcow2File {

    static final int CLUSTER_BITS = 16;
    private static final int CLUSTER = 1 << CLUSTER_BITS;
    private static final int LENGTH_3 = 104;
    private static final int NAME = 4096;

    private final ByteBuffer file = ByteBuffer.allocate(4 * CLUSTER);

    Qcow2File(long virtualSize) {
        file.put(0, new byte[] {'Q', 'F', 'I', (byte) 0xfb});
        file.putInt(4, 3).putInt(20, CLUSTER_BITS).putLong(24, virtualSize);
        file.putInt(36, (int) Math.max(1, (virtualSize + (512L << 20) - 1) / (512L << 20)));
        file.putLong(40, 3 * CLUSTER).putLong(48, CLUSTER).putInt(56, 1);
        file.putInt(96, 4).putInt(100, LENGTH_3);
        file.putLong(CLUSTER, 2 * CLUSTER);
        for (int cluster = 0; cluster < 4; cluster++) {
            file.putShort(2 * CLUSTER + 2 * cluster, (short) 1);
        }
    }

    Qcow2File version2() {
        file.put(72, new byte[LENGTH_3 - 72]);
        return int32(4, 2);
    }

    Qcow2File backingFile(String name) {
        file.putInt(16, name.length());
        return int64(8, NAME).text(NAME, name);
    }

    Qcow2File dataFile(String name) {
        return int64(72, 1 << 2).extension(LENGTH_3, 0x44415441, name);
    }

    Qcow2File extension(int at, int type, String content) {
        return int32(at, type).int32(at + 4, content.length()).text(at + 8, content);
    }

    Qcow2File int32(int at, int value) {
        file.putInt(at, value);
        return this;
    }

    Qcow2File int64(int at, long value) {
        file.putLong(at, value);
        return this;
    }

    private Qcow2File text(int at, String text) {
        file.put(at, text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    byte[] bytes() {
        return file.array();
    }
}
