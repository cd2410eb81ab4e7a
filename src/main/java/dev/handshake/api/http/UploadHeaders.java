package dev.handshake.api.http;

import dev.handshake.api.json.StoreNames;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Validates the headers of an upload before any data is stored. */
public record UploadHeaders(HttpHeaders headers) {

    private static final String SIZE = "x-openstack-image-size";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /**
     * Returns the data as a stream that fails if its size differs from the announced one.
     *
     * @throws RefusedException {@link Reason#MALFORMED} for a partial upload (RFC 9110, section 14.5), an unknown store
     *     or an invalid size; {@link Reason#FILE_SIZE_MISMATCH} if {@code Content-Length} contradicts the announced
     *     size
     */
    public InputStream validate(InputStream data) {
        if (headers.getHeaderString("Content-Range") != null) {
            throw new RefusedException(Reason.MALFORMED, "the data of an image comes whole, without Content-Range");
        }
        StoreNames.requireKnown(headers.getHeaderString(StoreNames.HEADER));
        String said = headers.getHeaderString(SIZE);
        return said == null ? data : withSize(data, parseSize(said));
    }

    private InputStream withSize(InputStream data, long size) {
        OptionalLong coming = contentLength();
        if (coming.isPresent() && coming.getAsLong() != size) {
            throw new RefusedException(Reason.FILE_SIZE_MISMATCH, size, coming.getAsLong());
        }
        return new SizeCheckedInputStream(data, size);
    }

    /** Empty for chunked data. */
    private OptionalLong contentLength() {
        String said = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return said == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(said));
    }

    private static long parseSize(String said) {
        if (!NUMBER.matcher(said).matches()) {
            throw new RefusedException(Reason.MALFORMED, SIZE + " is a number of bytes");
        }
        return Long.parseLong(said);
    }
}
