package dev.handshake.disk;

import java.util.Arrays;

/** The last bytes of a stream. */
final class TailBuffer {

    /** In bytes. A streamed VMDK ends with three sectors of interest, a VHD with one. */
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
