package dev.handshake.openstack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

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

    /**
     * Only some keys of a body of any size, at any depth. What is left out takes time, but no memory.
     *
     * @throws ServiceException {@link ServiceException.Kind#UNCLEAR} if the body is not JSON
     */
    static JsonNode read(ObjectMapper json, InputStream body, Set<String> keys) throws IOException {
        TokenFilter filter = new TokenFilter() {
            @Override
            public TokenFilter includeProperty(String name) {
                return keys.contains(name) ? this : null;
            }
        };
        try (body;
                JsonParser parser = new FilteringParserDelegate(
                        json.createParser(body), filter, TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true)) {
            JsonNode said = json.readTree(parser);
            return said == null ? MissingNode.getInstance() : said;
        } catch (JsonProcessingException noJson) {
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
                throw new ResponseTooLargeException();
            }
            return bytes;
        }
    }
}
