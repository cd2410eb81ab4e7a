package dev.handshake.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.web.Text;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * A response that is no success, before its body was read: it arrives on an event loop, and the caller's thread reads
 * it.
 */
class ErrorResponse extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** In characters, of a message that is stored and shown. */
    private static final int MAX_MESSAGE = 500;

    private final int status;
    private final transient InputStream body;

    private ErrorResponse(int status, InputStream body) {
        super("status " + status, null, false, false);
        this.status = status;
        this.body = body;
    }

    NovaException read(ObjectMapper json) {
        String message = message(json);
        if (status == 429 || status == 502 || status == 503) {
            return NovaException.away(status, message);
        }
        return status >= 400 && status < 500 && status != 408
                ? NovaException.refused(status, message)
                : NovaException.unclear(status, message);
    }

    /** Nova answers with one object, named by the kind of the error, that has a message. */
    private String message(ObjectMapper json) {
        try {
            JsonNode said = BoundedBody.read(json, body);
            String message = Text.clean(said.findPath("message").asText()).replaceAll("\\s+", " ");
            return message.isEmpty() ? getMessage() : Text.abbreviate(MAX_MESSAGE, message);
        } catch (IOException | NovaException unreadable) {
            return getMessage();
        }
    }

    static class Mapper implements ResponseExceptionMapper<ErrorResponse> {

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status > 0 && (status < 200 || status >= 300); // 0: there was no response
        }

        @Override
        public ErrorResponse toThrowable(Response response) {
            return new ErrorResponse(response.getStatus(), response.readEntity(InputStream.class));
        }
    }
}
