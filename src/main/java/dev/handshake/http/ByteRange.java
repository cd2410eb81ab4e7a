package dev.handshake.http;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of some data.
 *
 * @param first byte of it, counted from 0
 * @param last byte of it
 * @param size of the whole, in bytes
 */
public record ByteRange(long first, long last, long size) {

    private static final Pattern BYTES = Pattern.compile("bytes=([0-9]*+)-([0-9]*+)", Pattern.CASE_INSENSITIVE);

    /**
     * What a {@code Range} header asks for; the whole where it is missing, or asks for something else than one range of
     * bytes.
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

    /** Or the largest that there is. */
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

    /** As the header {@code Content-Range} says it. */
    public String contentRange() {
        return "bytes " + first + "-" + last + "/" + size;
    }

    /** @param data from the first byte of this part on */
    public void copy(InputStream data, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = length();
        for (int read; left > 0 && (read = data.read(buffer, 0, (int) Math.min(left, buffer.length))) > 0; ) {
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
