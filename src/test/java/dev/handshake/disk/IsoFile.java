package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds an ISO 9660 volume: primary descriptor, terminator, empty root directory. */
final class IsoFile {

    static final int SECTOR = 2048;
    private static final int PRIMARY = 16 * SECTOR;
    private static final int ROOT = 18;

    private final ByteBuffer file = ByteBuffer.allocate((ROOT + 1) * SECTOR);

    private IsoFile() {}

    static byte[] of(String label) {
        IsoFile iso = new IsoFile();
        iso.primary(label);
        iso.text(PRIMARY + SECTOR, "\u007fCD001\1").file.put(PRIMARY + SECTOR, (byte) 0xff);
        iso.entry(ROOT * SECTOR, 0);
        iso.entry(ROOT * SECTOR + 34, 1);
        return iso.file.array();
    }

    private void primary(String label) {
        text(PRIMARY, "\1CD001\1").text(PRIMARY + 8, " ".repeat(64)).text(PRIMARY + 40, label);
        both32(PRIMARY + 80, ROOT + 1);
        both16(PRIMARY + 120, 1);
        both16(PRIMARY + 124, 1);
        both16(PRIMARY + 128, SECTOR);
        entry(PRIMARY + 156, 0);
        file.put(PRIMARY + 881, (byte) 1);
    }

    /** A record of the root directory; 0 stands for itself, 1 for its parent. */
    private void entry(int at, int name) {
        file.put(at, (byte) 34).put(at + 25, (byte) 2).put(at + 32, (byte) 1).put(at + 33, (byte) name);
        both32(at + 2, ROOT);
        both32(at + 10, SECTOR);
        both16(at + 28, 1);
    }

    private void both32(int at, int value) {
        file.order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        file.order(ByteOrder.BIG_ENDIAN).putInt(at + 4, value);
    }

    private void both16(int at, int value) {
        file.order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
        file.order(ByteOrder.BIG_ENDIAN).putShort(at + 2, (short) value);
    }

    private IsoFile text(int at, String text) {
        file.put(at, text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }
}
