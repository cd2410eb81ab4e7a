package dev.handshake.e2e;

import java.io.InputStream;
import java.util.Arrays;

/** A raw disk generated while it is read: a boot sector, then zeros. Computes its digest. */
class LargeDiskInputStream extends InputStream {

    private static final int BOOT_SECTOR = 512;

    private final long size;
    private final Sha512 sha512 = new Sha512();
    private long position;

    LargeDiskInputStream(long size) {
        this.size = size;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int most) {
        if (position == size) {
            return -1;
        }
        int length = (int) Math.min(most, size - position);
        Arrays.fill(buffer, from, from + length, (byte) 0);
        for (int each = 0; each < length && position + each < BOOT_SECTOR; each++) {
            buffer[from + each] = bootSectorByte((int) position + each);
        }
        position += length;
        sha512.update(buffer, from, length);
        return length;
    }

    private static byte bootSectorByte(int at) {
        return (byte) (at == BOOT_SECTOR - 2 ? 0x55 : at == BOOT_SECTOR - 1 ? 0xaa : 0);
    }

    /** The digest of the data read so far. */
    String sha512() {
        return sha512.toString();
    }
}
