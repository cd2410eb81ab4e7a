package dev.handshake.disk;

import java.util.Arrays;
import java.util.zip.CRC32C;

/** Checksums of VHDX structures: a signature, then a CRC-32C of the whole with the checksum field zeroed. */
final class VhdxChecksum {

    private static final int OFFSET = 4;

    private VhdxChecksum() {}

    static boolean isValid(StructReader sealed, byte[] signature) {
        return sealed.hasBytesAt(0, signature) && sealed.u32(OFFSET) == compute(sealed.toBytes());
    }

    private static long compute(byte[] sealed) {
        Arrays.fill(sealed, OFFSET, OFFSET + Integer.BYTES, (byte) 0);
        CRC32C checksum = new CRC32C();
        checksum.update(sealed);
        return checksum.getValue();
    }
}
