package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Detects archive formats whose signature is too short to be conclusive, by checking their headers for plausibility.
 */
final class ArchiveHeuristics {

    private static final int TAR_HEADER = 512;
    private static final int TAR_CHECKSUM = 148;
    private static final int CPIO_HEADER = 26;
    private static final int LONGEST_NAME = 4096;
    private static final long LARGEST_LZMA = 1L << 38;

    private ArchiveHeuristics() {}

    /** The offset of the first frame that is not skippable (RFC 8878, section 3.1.2); 0 if there is none to skip. */
    static long afterSkippableFrames(FileSample file) {
        ByteBuffer head = file.head(ByteOrder.LITTLE_ENDIAN);
        long at = 0;
        while (at + 8 <= head.limit() && (head.getInt((int) at) & 0xfffffff0) == 0x184d2a50) {
            at += 8 + Integer.toUnsignedLong(head.getInt((int) at + 4));
        }
        return at;
    }

    /**
     * An .lzma file: properties, dictionary size, content size or -1, and coded data starting with 0. Uses liblzma's
     * limits ({@code alone_decoder.c}): a dictionary of 2^n or 2^n + 2^(n-1), content below 256 GiB.
     */
    static boolean isLzma(FileSample file) {
        ByteBuffer head = file.head(ByteOrder.LITTLE_ENDIAN);
        if (head.limit() < 18 || Byte.toUnsignedInt(head.get(0)) >= 9 * 5 * 5 || head.get(13) != 0) {
            return false;
        }
        long dictionary = Integer.toUnsignedLong(head.getInt(1));
        long size = head.getLong(5);
        return isDictionary(dictionary) && (size == -1 || size > 0 && size < LARGEST_LZMA);
    }

    private static boolean isDictionary(long size) {
        long rest = size - Long.highestOneBit(size);
        return size == 0xffffffffL || size >= 4096 && (rest == 0 || rest == Long.highestOneBit(size) / 2);
    }

    /** A zlib stream (RFC 1950). The two-byte header is too weak, so the start of the stream must inflate. */
    static boolean isZlib(FileSample file) {
        ByteBuffer head = file.head(ByteOrder.BIG_ENDIAN);
        if (head.limit() < 6 || head.get(0) != 0x78 || head.getShort(0) % 31 != 0) {
            return false;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(head.array(), 0, head.limit());
            return inflater.inflate(new byte[4096]) > 0;
        } catch (DataFormatException other) {
            return false;
        } finally {
            inflater.end();
        }
    }

    /** The header of an ARJ archive: signature, size, and minimum size of its fixed part. */
    static boolean isArj(FileSample file) {
        ByteBuffer head = file.head(ByteOrder.LITTLE_ENDIAN);
        return head.limit() >= 34
                && head.getShort(0) == (short) 0xea60
                && head.getShort(2) > 0
                && head.getShort(2) <= 2600
                && head.get(4) >= 30;
    }

    /**
     * A pre-POSIX tar has no signature, but a checksum of its header in octal; the checksum field itself counts as
     * spaces.
     */
    static boolean isOldTar(FileSample file) {
        ByteBuffer head = file.head(ByteOrder.BIG_ENDIAN);
        if (head.limit() < TAR_HEADER || head.get(0) == 0) {
            return false;
        }
        String digits = new String(head.array(), TAR_CHECKSUM, 8, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        return digits.matches("[0-7]{1,7}+") && Integer.parseInt(digits, 8) == sum(head);
    }

    private static int sum(ByteBuffer header) {
        int sum = 8 * ' ';
        for (int at = 0; at < TAR_HEADER; at++) {
            sum += at < TAR_CHECKSUM || at >= TAR_CHECKSUM + 8 ? Byte.toUnsignedInt(header.get(at)) : 0;
        }
        return sum;
    }

    /**
     * The old binary cpio format in either byte order: magic number 070707, and a name that ends where the header says.
     */
    static boolean isBinaryCpio(FileSample file) {
        return isBinaryCpio(file.head(ByteOrder.LITTLE_ENDIAN)) || isBinaryCpio(file.head(ByteOrder.BIG_ENDIAN));
    }

    private static boolean isBinaryCpio(ByteBuffer head) {
        if (head.limit() < CPIO_HEADER || head.getShort(0) != 070707) {
            return false;
        }
        int name = Short.toUnsignedInt(head.getShort(20));
        int end = CPIO_HEADER + name;
        return name > 1
                && name <= LONGEST_NAME
                && end <= head.limit()
                && head.get(end - 1) == 0
                && indexOfZero(head, CPIO_HEADER) == end - 1;
    }

    private static int indexOfZero(ByteBuffer head, int from) {
        byte[] rest = Arrays.copyOfRange(head.array(), from, Math.min(head.limit(), from + LONGEST_NAME));
        return from + new String(rest, StandardCharsets.ISO_8859_1).indexOf('\0');
    }
}
