package dev.handshake.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.web.Text;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * A response that is no success, before its body was read: it arrives on an event loop, and the caller's thread reads
 * it.
 */
class ErrorResponse extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** In characters, of a message that is stored and shown. */
    private static final int MAX_MESSAGE = 500;

    /** Glance's messages end with some. */
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

    private final int status;
    private final transient InputStream body;

    ErrorResponse(int status, InputStream body) {
        super("status " + status, null, false, false);
        this.status = status;
        this.body = body;
    }

    ServiceException read(ObjectMapper json) {
        String message = message(json);
        if (status == 429 || status == 502 || status == 503) {
            return ServiceException.away(status, message);
        }
        return status >= 400 && status < 500 && status != 408
                ? ServiceException.refused(status, message)
                : ServiceException.unclear(status, message);
    }

    /**
     * The service's own words, if it answers with an object that has a message, as Nova does; otherwise only the
     * status, since what a proxy or Glance sends instead is HTML.
     */
    private String message(ObjectMapper json) {
        try {
            JsonNode said = BoundedBody.read(json, body);
            String plain = TAG.matcher(said.findPath("message").asText()).replaceAll(" ");
            String message = Text.clean(plain).replaceAll("\\s+", " ");
            return message.isEmpty() ? getMessage() : Text.abbreviate(MAX_MESSAGE, message);
        } catch (IOException | ServiceException unreadable) {
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
