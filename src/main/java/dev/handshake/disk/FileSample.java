package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The parts of a file kept for format detection.
 *
 * @param head the first bytes
 * @param tail the last bytes; overlaps the head in a small file
 * @param size of the whole file in bytes
 * @param region the region beyond the head requested by a format, or null
 */
record FileSample(byte[] head, byte[] tail, long size, CaptureRegion region) {

    boolean hasBytesAt(long at, byte[] signature) {
        long end = at + signature.length;
        return end <= head.length && Arrays.equals(head, (int) at, (int) end, signature, 0, signature.length);
    }

    ByteBuffer head(ByteOrder order) {
        return ByteBuffer.wrap(head).order(order);
    }

    /** @param distance of the signature's start from the end of the file */
    boolean hasBytesBeforeEnd(int distance, byte[] signature) {
        int at = tail.length - distance;
        return at >= 0 && Arrays.equals(tail, at, at + signature.length, signature, 0, signature.length);
    }

    /** @param end of a part the file claims to have, as an offset */
    void requireComplete(String word, long end) {
        if (end < 0 || end > size) {
            throw new RefusedException(Reason.FILE_TRUNCATED, word);
        }
    }

    StructReader headReader(String word, ByteOrder order) {
        return new StructReader(word, head(order));
    }

    /** Reads from the head or, if {@code at} lies beyond it, from the captured region. */
    StructReader regionReader(StructReader structReader, long at, int length) {
        boolean isFar = region != null && region.startsAt(at);
        return isFar ? structReader.withBytes(region.bytes()).slice(0, length) : structReader.slice(at, length);
    }

    StructReader tailReader(String word, ByteOrder order, int length) {
        return new StructReader(word, ByteBuffer.wrap(tail).order(order)).sliceEnd(length);
    }
}
