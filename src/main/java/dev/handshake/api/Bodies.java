package dev.handshake.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.web.Formats;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The JSON that clients send, whatever they call its type. */
@ApplicationScoped
class Bodies {

    private static final int LARGEST = 1 << 20;

    private final ObjectReader json;

    Bodies(ObjectMapper json) {
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** @throws Refused where there is none, it is no JSON, or larger than 1 MiB */
    JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            body.transferTo(OutputStream.nullOutputStream()); // a client listens only once it has sent all
            throw new Refused(Reason.BODY_TOO_LARGE, Formats.bytes(LARGEST));
        }
        if (bytes.length == 0) {
            throw new Refused(Reason.MALFORMED, "Body expected in request");
        }
        return parsed(bytes);
    }

    /** The same, and it has to be an object. @param form the form that was expected, for the sentence that refuses */
    ObjectNode object(InputStream body, String form) throws IOException {
        JsonNode read = read(body);
        if (read instanceof ObjectNode object) {
            return object;
        }
        String why = read.isArray() ? "Expected " + form : "Unexpected body type. Expected list/dict";
        throw new Refused(Reason.MALFORMED, why);
    }

    private JsonNode parsed(byte[] bytes) throws IOException {
        try {
            return json.readTree(bytes);
        } catch (JsonProcessingException broken) {
            throw new Refused(Reason.MALFORMED, "Malformed JSON in request body");
        }
    }
}
