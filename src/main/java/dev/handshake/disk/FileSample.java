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
 * @param region the part beyond the head that its layout asked for, or null
 */
record FileSample(byte[] head, byte[] tail, long size, CaptureRegion region) {

    boolean hasBytesAt(long at, byte[] signature) {
        long end = at + signature.length;
        return end <= head.length && Arrays.equals(head, (int) at, (int) end, signature, 0, signature.length);
    }

    ByteBuffer head(ByteOrder order) {
        return ByteBuffer.wrap(head).order(order);
    }

    /** @param distance from the end of the file to the start of the signature */
    boolean hasBytesBeforeEnd(int distance, byte[] signature) {
        int at = tail.length - distance;
        return at >= 0 && Arrays.equals(tail, at, at + signature.length, signature, 0, signature.length);
    }

    /** @param end of what the file says that it has, in bytes from its start */
    void requireComplete(String word, long end) {
        if (end < 0 || end > size) {
            throw new RefusedException(Reason.FILE_TRUNCATED, word);
        }
    }

    StructReader headReader(String word, ByteOrder order) {
        return new StructReader(word, head(order));
    }

    /** A part of the head, or the far part. */
    StructReader regionReader(StructReader structReader, long at, int length) {
        boolean isFar = region != null && region.startsAt(at);
        return isFar ? structReader.withBytes(region.bytes()).slice(0, length) : structReader.slice(at, length);
    }

    StructReader tailReader(String word, ByteOrder order, int length) {
        return new StructReader(word, ByteBuffer.wrap(tail).order(order)).sliceEnd(length);
    }
}
