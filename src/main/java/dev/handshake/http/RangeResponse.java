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

/** An answer of data, whole or a part of it, in constant memory whatever its size. */
public class RangeResponse {

    /** Where the data comes from. */
    @FunctionalInterface
    public interface ByteSource {

        /** @param first the byte to start at, counted from 0 */
        InputStream open(long first) throws IOException;
    }

    /**
     * What {@code asked} asks for of it: the whole, a part, or that nothing changed.
     *
     * @param tag names the data, as the header {@code ETag} does
     * @param size of the whole, in bytes
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
     * The same where there is no data.
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
