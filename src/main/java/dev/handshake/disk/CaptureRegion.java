package dev.handshake.disk;

import java.util.Arrays;

/** A part of a stream that lies beyond its {@link HeadBuffer}, kept because the head says that it matters. */
final class CaptureRegion {

    /** In bytes. */
    static final int LIMIT = VhdxMetadata.LENGTH;

    private final long start;
    private final byte[] kept = new byte[LIMIT];
    private int length;

    /** @param start where the part begins, in bytes from the start of the file */
    CaptureRegion(long start) {
        this.start = start;
    }

    /** @param at where these bytes are, in bytes from the start of the file; all calls follow on each other */
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
