package dev.handshake.disk;

import java.util.Arrays;

/** A region of a stream beyond the {@link HeadBuffer}, captured because a format needs it. */
final class CaptureRegion {

    /** In bytes. */
    static final int LIMIT = VhdxMetadata.LENGTH;

    private final long start;
    private final byte[] kept = new byte[LIMIT];
    private int length;

    /** @param start offset in the file */
    CaptureRegion(long start) {
        this.start = start;
    }

    /** @param at offset of these bytes in the file; calls must be contiguous */
    void update(long at, byte[] buffer, int offset, int count) {
        long first = Math.max(at, start + length);
        long end = Math.min(at + count, start + LIMIT);
        if (first < end) {
            System.arraycopy(buffer, (int) (offset + first - at), kept, (int) (first - start), (int) (end - first));
            length = (int) (end - start);
        }
    }

    boolean startsAt(long at) {
        return at == start;
    }

    byte[] bytes() {
        return Arrays.copyOf(kept, length);
    }
}
