package dev.handshake.disk;

import java.util.Arrays;
import java.util.zip.CRC32C;

/** How the structures of a VHDX are sealed: a signature, then a CRC-32C of the whole with itself as zero. */
final class VhdxChecksum {

    private static final int AT = 4;

    private VhdxChecksum() {}

    static boolean isRight(Header sealed, byte[] signature) {
        return sealed.shows(0, signature) && sealed.u32(AT) == of(sealed.copy());
    }

    private static long of(byte[] sealed) {
        Arrays.fill(sealed, AT, AT + Integer.BYTES, (byte) 0);
        CRC32C checksum = new CRC32C();
        checksum.update(sealed);
        return checksum.getValue();
    }
}
