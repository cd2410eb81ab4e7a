package dev.handshake.api.http;

import dev.handshake.api.json.StoreNames;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a client says about the data of an upload beside the data; all of it is checked before a byte is stored. */
public record UploadHeaders(HttpHeaders headers) {

    private static final String SIZE = "x-openstack-image-size";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /**
     * The data, reading of which is refused where it turns out not to have the size that was announced.
     *
     * @throws RefusedException {@link Reason#MALFORMED} for a part of the data (RFC 9110, 14.5), a store that does not
     *     exist or a size that is no number of bytes; {@link Reason#FILE_SIZE_MISMATCH} where {@code Content-Length} is
     *     another
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

    /** Empty where the data comes in chunks. */
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
