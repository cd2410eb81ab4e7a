package dev.handshake.disk;

import java.util.Arrays;

/** The last bytes of a stream. */
final class TailBuffer {

    /** In bytes. Of a stream-optimized VMDK the last three sectors matter, of a VHD the last one. */
    static final int LIMIT = 3 * 512;

    private final byte[] kept = new byte[LIMIT];
    private int length;

    void update(byte[] buffer, int offset, int count) {
        int taken = Math.min(count, LIMIT);
        int staying = Math.min(length, LIMIT - taken);
        System.arraycopy(kept, length - staying, kept, 0, staying);
        System.arraycopy(buffer, offset + count - taken, kept, staying, taken);
        length = staying + taken;
    }

    byte[] bytes() {
        return Arrays.copyOf(kept, length);
    }
}
