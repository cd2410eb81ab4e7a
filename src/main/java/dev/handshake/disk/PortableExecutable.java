package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A program for Windows or UEFI, which a Linux kernel is too (Microsoft, PE Format). */
final class PortableExecutable {

    private static final int PLACE_OF_HEADER = 0x3c;

    private PortableExecutable() {}

    /** “MZ” alone may be code of a boot sector. */
    static boolean isOne(Glimpse file) {
        ByteBuffer head = file.head(ByteOrder.LITTLE_ENDIAN);
        return head.limit() >= PLACE_OF_HEADER + Integer.BYTES
                && head.getShort(0) == 0x5a4d
                && file.shows(Integer.toUnsignedLong(head.getInt(PLACE_OF_HEADER)), new byte[] {'P', 'E', 0, 0});
    }
}
