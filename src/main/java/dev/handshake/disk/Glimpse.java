package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What is left of a file once it has gone by.
 *
 * @param head its first bytes
 * @param tail its last bytes; in a small file they are among the first, too
 * @param size of the whole file, in bytes
 * @param far the part beyond the head that its layout asked for, or null
 */
record Glimpse(byte[] head, byte[] tail, long size, FarPart far) {

    boolean shows(long at, byte[] signature) {
        long end = at + signature.length;
        return end <= head.length && Arrays.equals(head, (int) at, (int) end, signature, 0, signature.length);
    }

    ByteBuffer head(ByteOrder order) {
        return ByteBuffer.wrap(head).order(order);
    }

    /** @param distance from the end of the file to the start of the signature */
    boolean showsBeforeEnd(int distance, byte[] signature) {
        int at = tail.length - distance;
        return at >= 0 && Arrays.equals(tail, at, at + signature.length, signature, 0, signature.length);
    }

    /** @param end of what the file says that it has, in bytes from its start */
    void requireWhole(String word, long end) {
        if (end < 0 || end > size) {
            throw new RefusedException(Reason.FILE_TRUNCATED, word);
        }
    }

    Header start(String word, ByteOrder order) {
        return new Header(word, head(order));
    }

    /** A part of the head, or the far part. */
    Header part(Header header, long at, int length) {
        boolean isFar = far != null && far.holds(at);
        return isFar ? header.on(far.bytes()).part(0, length) : header.part(at, length);
    }

    Header end(String word, ByteOrder order, int length) {
        return new Header(word, ByteBuffer.wrap(tail).order(order)).last(length);
    }
}
