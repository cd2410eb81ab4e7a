package dev.handshake.web;

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

    public static Response.ResponseBuilder of(Slice slice, Source source) {
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
