package dev.handshake.http;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A byte range of some data.
 *
 * @param first offset of the first byte, counted from 0
 * @param last offset of the last byte, inclusive
 * @param size of the whole data in bytes
 */
public record ByteRange(long first, long last, long size) {

    private static final Pattern BYTES = Pattern.compile("bytes=([0-9]*+)-([0-9]*+)", Pattern.CASE_INSENSITIVE);

    /**
     * Parses a {@code Range} header. Returns the whole if the header is missing or asks for anything but a single byte
     * range (RFC 9110, section 14.2, allows ignoring it).
     *
     * @throws RefusedException {@link Reason#RANGE_NOT_SATISFIABLE}
     */
    public static ByteRange parse(String range, long size) {
        Matcher bytes = BYTES.matcher(range == null ? "" : range.strip());
        if (!bytes.matches() || bytes.group(1).isEmpty() && bytes.group(2).isEmpty()) {
            return new ByteRange(0, size - 1, size);
        }
        ByteRange byteRange = bytes.group(1).isEmpty()
                ? new ByteRange(Math.max(0, size - parseLong(bytes.group(2))), size - 1, size)
                : from(parseLong(bytes.group(1)), bytes.group(2), size);
        if (byteRange.first > byteRange.last) {
            throw new RefusedException(Reason.RANGE_NOT_SATISFIABLE, size)
                    .withHeader("Content-Range", "bytes */" + size);
        }
        return byteRange;
    }

    private static ByteRange from(long first, String last, long size) {
        return new ByteRange(first, last.isEmpty() ? size - 1 : Math.min(size - 1, parseLong(last)), size);
    }

    /** Numbers beyond the range of a long become {@link Long#MAX_VALUE}. */
    private static long parseLong(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            return Long.MAX_VALUE;
        }
    }

    public boolean isWhole() {
        return length() == size;
    }

    public long length() {
        return last - first + 1;
    }

    /** The value of the {@code Content-Range} header. */
    public String contentRange() {
        return "bytes " + first + "-" + last + "/" + size;
    }

    /** @param data positioned at the first byte of this range */
    public void copy(InputStream data, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = length();
        for (int read; left > 0 && (read = data.read(buffer, 0, (int) Math.min(left, buffer.length))) > 0; ) {
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
