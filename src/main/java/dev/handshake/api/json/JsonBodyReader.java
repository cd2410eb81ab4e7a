package dev.handshake.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Formats;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;

/** Parses JSON request bodies, ignoring their content type. */
@ApplicationScoped
public class JsonBodyReader {

    private static final int LINGER_MILLIS = 1_000;

    private final ObjectReader json;
    private final RoutingContext request;

    JsonBodyReader(ObjectMapper json, RoutingContext request) {
        this.request = request;
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * @throws RefusedException if the actor's role is too low, or the body is missing, malformed, or larger than the
     *     call's limit
     */
    public JsonNode read(JsonEndpoint call, Actor actor, InputStream body) throws IOException {
        call.requireRole(actor);
        byte[] bytes = isTooLarge(request, call) ? null : body.readNBytes(call.maxBytes() + 1);
        if (bytes == null || bytes.length > call.maxBytes()) {
            closeAfterAnswer();
            throw new RefusedException(Reason.BODY_TOO_LARGE, Formats.bytes(call.maxBytes()));
        }
        if (bytes.length == 0) {
            throw new RefusedException(Reason.MALFORMED, "Body expected in request");
        }
        return parse(bytes);
    }

    /**
     * Same for a body that must be an object.
     *
     * @param form the expected form, for the error message
     */
    public ObjectNode readObject(JsonEndpoint call, Actor actor, InputStream body, String form) throws IOException {
        JsonNode read = read(call, actor, body);
        if (read instanceof ObjectNode object) {
            return object;
        }
        String why = read.isArray() ? "Expected " + form : "Unexpected body type. Expected list/dict";
        throw new RefusedException(Reason.MALFORMED, why);
    }

    /** Whether the declared length exceeds the call's limit. */
    public static boolean isTooLarge(RoutingContext request, JsonEndpoint call) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > call.maxBytes();
    }

    /**
     * Closes the connection after a delay. Closing at once while data is still arriving would reset the connection, and
     * the client would lose the response.
     */
    private void closeAfterAnswer() {
        Vertx vertx = request.vertx();
        HttpConnection connection = request.request().connection();
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        request.addEndHandler(ended -> vertx.setTimer(LINGER_MILLIS, timerId -> connection.close()));
    }

    private JsonNode parse(byte[] bytes) throws IOException {
        try {
            return json.readTree(bytes);
        } catch (JsonProcessingException broken) {
            throw new RefusedException(Reason.MALFORMED, "Malformed JSON in request body");
        }
    }
}
