package dev.handshake.disk;

import java.util.Arrays;

/** A part of a stream that lies beyond its {@link Head}, kept because the head says that it matters. */
final class FarPart {

    /** In bytes. */
    static final int LIMIT = VhdxMetadata.LENGTH;

    private final long from;
    private final byte[] kept = new byte[LIMIT];
    private int length;

    /** @param from where the part begins, in bytes from the start of the file */
    FarPart(long from) {
        this.from = from;
    }

    /** @param at where these bytes are, in bytes from the start of the file; all calls follow on each other */
    void update(long at, byte[] buffer, int offset, int count) {
        long first = Math.max(at, from + length);
        long end = Math.min(at + count, from + LIMIT);
        if (first < end) {
            System.arraycopy(buffer, (int) (offset + first - at), kept, (int) (first - from), (int) (end - first));
            length = (int) (end - from);
        }
    }

    boolean holds(long at) {
        return at == from;
    }

    byte[] bytes() {
        return Arrays.copyOf(kept, length);
    }
}
