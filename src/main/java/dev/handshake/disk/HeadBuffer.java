package dev.handshake.disk;

import java.util.Arrays;

/** The first bytes of a stream. Grows as needed, so that small files use little memory. */
final class HeadBuffer {

    /**
     * In bytes. The metadata of a VHDX, the farthest of all formats, usually starts at 1 to 3 MiB; otherwise see
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

    /** Must not be modified: a full head is not copied, since many uploads may hold one at the same time. */
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
