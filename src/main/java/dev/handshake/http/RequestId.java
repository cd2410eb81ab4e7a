package dev.handshake.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request is called in its answer and in every line of the log that is about it: what whoever sent it on called
 * it, where that is a plain word, or a word of our own.
 */
public class RequestId {

    /** Its answer's header, and the one that a proxy sets. */
    public static final String HEADER = "X-Request-Id";

    /** The same for clients of the Images API. */
    public static final String OPENSTACK_HEADER = "X-Openstack-Request-Id";

    private static final String KEY = "handshake.request-number";
    private static final Pattern VALID = Pattern.compile("[0-9A-Za-z._-]{8,64}");

    private RequestId() {}

    /** The same each time that one request is asked about. */
    public static String of(RoutingContext request) {
        String noted = request.get(KEY);
        if (noted == null) {
            noted = fromHeaders(request.request()).orElseGet(() -> "req-" + UUID.randomUUID());
            request.put(KEY, noted);
        }
        return noted;
    }

    private static Optional<String> fromHeaders(HttpServerRequest request) {
        return Stream.of(HEADER, OPENSTACK_HEADER)
                .flatMap(header -> Stream.ofNullable(request.getHeader(header)))
                .filter(word -> VALID.matcher(word).matches())
                .findFirst();
    }
}
