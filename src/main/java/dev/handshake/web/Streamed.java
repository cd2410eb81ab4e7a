package dev.handshake.web;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.vertx.core.Vertx;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;

/** An answer of data, whole or a part of it, in constant memory whatever its size. */
public class Streamed {

    /** Where the data comes from. */
    @FunctionalInterface
    public interface Source {

        /** @param first the byte to start at, counted from 0 */
        InputStream from(long first) throws IOException;
    }

    /**
     * What {@code asked} asks for of it: the whole, a part, or that nothing changed.
     *
     * @param tag names the data, as the header {@code ETag} does
     * @param size of the whole, in bytes
     * @throws Refused {@link Reason#DATA_NOT_MATCHED}, {@link Reason#OUT_OF_RANGE}
     */
    public static Response.ResponseBuilder of(HttpHeaders asked, String tag, long size, Source source) {
        Preconditions preconditions = new Preconditions(asked, tag);
        preconditions.mustMatch();
        Response.ResponseBuilder answer =
                preconditions.isKnown() ? Response.notModified() : of(Slice.of(preconditions.range(), size), source);
        return answer.header(HttpHeaders.ETAG, tag);
    }

    /**
     * The same where there is no data.
     *
     * @throws Refused {@link Reason#DATA_NOT_MATCHED}
     */
    public static Response.ResponseBuilder none(HttpHeaders asked) {
        new Preconditions(asked, null).mustMatch();
        return Response.noContent();
    }

    private static Response.ResponseBuilder of(Slice slice, Source source) {
        StreamingOutput data = out -> {
            try (InputStream stored = source.from(slice.first())) {
                slice.copy(stored, new Paced(out, Vertx.currentContext()));
            }
        };
        Response.ResponseBuilder answer = Response.status(slice.isWhole() ? 200 : 206)
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, slice.length())
                .header("Accept-Ranges", "bytes")
                .entity(data);
        return slice.isWhole() ? answer : answer.header("Content-Range", slice.range());
    }
}
