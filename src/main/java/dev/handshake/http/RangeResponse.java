package dev.handshake.http;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.vertx.core.Vertx;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;

/** Streams data, or a byte range of it, in constant memory. */
public class RangeResponse {

    /** Opens the data. */
    @FunctionalInterface
    public interface ByteSource {

        /** @param first the byte offset to start at */
        InputStream open(long first) throws IOException;
    }

    /**
     * Builds the response to conditional and range headers: 200, 206 or 304.
     *
     * @param tag the value of the {@code ETag} header
     * @param size of the whole data in bytes
     * @throws RefusedException {@link Reason#PRECONDITION_FAILED}, {@link Reason#RANGE_NOT_SATISFIABLE}
     */
    public static Response.ResponseBuilder builder(HttpHeaders asked, String tag, long size, ByteSource source) {
        Preconditions preconditions = new Preconditions(asked, tag);
        preconditions.requireMatch();
        Response.ResponseBuilder answer = preconditions.isNotModified()
                ? Response.notModified()
                : builder(ByteRange.parse(preconditions.range(), size), source);
        return answer.header(HttpHeaders.ETAG, tag);
    }

    /**
     * Same if there is no data.
     *
     * @throws RefusedException {@link Reason#PRECONDITION_FAILED}
     */
    public static Response.ResponseBuilder noContent(HttpHeaders asked) {
        new Preconditions(asked, null).requireMatch();
        return Response.noContent();
    }

    private static Response.ResponseBuilder builder(ByteRange byteRange, ByteSource source) {
        StreamingOutput data = out -> {
            try (InputStream stored = source.open(byteRange.first())) {
                byteRange.copy(stored, new BackpressureOutputStream(out, Vertx.currentContext()));
            }
        };
        Response.ResponseBuilder answer = Response.status(byteRange.isWhole() ? 200 : 206)
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, byteRange.length())
                .header("Accept-Ranges", "bytes")
                .entity(data);
        return byteRange.isWhole() ? answer : answer.header("Content-Range", byteRange.contentRange());
    }
}
