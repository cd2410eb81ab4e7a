package dev.handshake.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;

/** Reads response bodies up to a limit. */
final class BoundedBody {

    /** In bytes. A page of 100 servers or images is about 200 KiB. */
    private static final int MAX_SIZE = 4 << 20;

    private BoundedBody() {}

    /**
     * @return a missing node for an empty body
     * @throws ServiceException {@link ServiceException.Kind#UNCLEAR} if the body is not JSON, or too large
     */
    static JsonNode read(ObjectMapper json, InputStream body) throws IOException {
        byte[] bytes = readBytes(body);
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(bytes);
        } catch (IOException noJson) {
            throw ServiceException.unclear(0, "the response is not JSON");
        }
    }

    private static byte[] readBytes(InputStream body) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        try (body) {
            byte[] bytes = body.readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                throw ServiceException.unclear(0, "the response is larger than 4 MiB");
            }
            return bytes;
        }
    }
}
