package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * Reads numbers from untrusted bytes. Any offset may be passed; one out of bounds is refused as a damaged file of this
 * format.
 */
final class StructReader {

    /** In bytes: 1 PiB, far more than any of these formats is used for. */
    static final long MAX_DISK_SIZE = 1L << 50;

    private final String label;
    private final ByteBuffer bytes;

    StructReader(String label, ByteBuffer bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    int u8(long at) {
        return Byte.toUnsignedInt(bytes.get(checkedIndex(at, Byte.BYTES)));
    }

    int u16(long at) {
        return Short.toUnsignedInt(bytes.getShort(checkedIndex(at, Short.BYTES)));
    }

    long u32(long at) {
        return Integer.toUnsignedLong(bytes.getInt(checkedIndex(at, Integer.BYTES)));
    }

    /** Values above {@link Long#MAX_VALUE} become negative. */
    long u64(long at) {
        return bytes.getLong(checkedIndex(at, Long.BYTES));
    }

    /** A GUID in Microsoft's layout: the first three groups are little-endian. */
    UUID guid(long at) {
        long groups = u32(at) << 32 | (long) u16(at + 4) << 16 | u16(at + 6);
        return new UUID(groups, Long.reverseBytes(u64(at + 8)));
    }

    /**
     * Reads the size of a disk.
     *
     * @param unit of the stored number, in bytes
     * @return bytes, more than 0 and at most {@link #MAX_DISK_SIZE}
     */
    long diskSize(long at, int unit) {
        long units = u64(at);
        require(units > 0 && units <= MAX_DISK_SIZE / unit);
        return units * unit;
    }

    boolean hasBytesAt(long at, byte[] signature) {
        return Arrays.equals(slice(at, signature.length).toBytes(), signature);
    }

    StructReader slice(long at, long length) {
        require(length >= 0 && length <= bytes.limit());
        return new StructReader(
                label, bytes.slice(checkedIndex(at, (int) length), (int) length).order(bytes.order()));
    }

    /** A reader for other bytes of the same file. */
    StructReader withBytes(byte[] others) {
        return new StructReader(label, ByteBuffer.wrap(others).order(bytes.order()));
    }

    StructReader sliceEnd(int length) {
        return slice(bytes.limit() - length, length);
    }

    byte[] toBytes() {
        byte[] copy = new byte[bytes.limit()];
        bytes.get(0, copy);
        return copy;
    }

    void require(boolean sound) {
        if (!sound) {
            throw new RefusedException(Reason.FILE_DAMAGED, label);
        }
    }

    private int checkedIndex(long at, int length) {
        require(at >= 0 && at <= bytes.limit() - length);
        return (int) at;
    }
}
