package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A Windows or UEFI program, including Linux kernels (Microsoft, PE Format). */
final class PortableExecutable {

    private static final int HEADER_POINTER = 0x3c;

    private PortableExecutable() {}

    /** Checks more than the “MZ”, which could be code in a boot sector. */
    static boolean matches(FileSample file) {
        ByteBuffer head = file.head(ByteOrder.LITTLE_ENDIAN);
        return head.limit() >= HEADER_POINTER + Integer.BYTES
                && head.getShort(0) == 0x5a4d
                && file.hasBytesAt(Integer.toUnsignedLong(head.getInt(HEADER_POINTER)), new byte[] {'P', 'E', 0, 0});
    }
}
