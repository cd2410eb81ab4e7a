package dev.handshake.disk;

import java.util.Arrays;

/** The first bytes of a stream. It grows with them, so that a small file costs little. */
final class HeadBuffer {

    /**
     * In bytes. The metadata of a VHDX, the farthest of all, usually begins at 1 to 3 MiB; where it does not, see
     * {@link CaptureRegion}.
     */
    static final int LIMIT = 4 * 1024 * 1024;

    private byte[] kept = new byte[0];
    private int length;

    void update(byte[] buffer, int offset, int count) {
        int taken = Math.min(count, LIMIT - length);
        ensureCapacity(length + taken);
        System.arraycopy(buffer, offset, kept, length, taken);
        length += taken;
    }

    private void ensureCapacity(int needed) {
        if (needed > kept.length) {
            kept = Arrays.copyOf(kept, Math.min(LIMIT, Math.max(needed, 2 * kept.length)));
        }
    }

    /** Not to be changed: a full head is not copied, since many uploads may hold theirs at once. */
    byte[] bytes() {
        return length == kept.length ? kept : Arrays.copyOf(kept, length);
    }

    boolean isFull() {
        return length == LIMIT;
    }

    int capacity() {
        return kept.length;
    }
}
