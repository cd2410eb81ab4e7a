package dev.handshake.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The id of a request in its response and in all its log lines: the one sent by the client or proxy if it is
 * well-formed, otherwise a generated one.
 */
public class RequestId {

    /** The response header, also accepted from a proxy. */
    public static final String HEADER = "X-Request-Id";

    /** The same header for clients of the Images API. */
    public static final String OPENSTACK_HEADER = "X-Openstack-Request-Id";

    private static final String KEY = "handshake.request-number";
    private static final Pattern VALID = Pattern.compile("[0-9A-Za-z._-]{8,64}");

    private RequestId() {}

    /** Returns the same id whenever called for the same request. */
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
