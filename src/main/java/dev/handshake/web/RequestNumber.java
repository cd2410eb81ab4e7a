package dev.handshake.web;

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
public class RequestNumber {

    /** Its answer's header, and the one that a proxy sets. */
    public static final String HEADER = "X-Request-Id";

    /** The same for clients of the Images API. */
    public static final String OPENSTACK_HEADER = "X-Openstack-Request-Id";

    private static final String NOTED = "handshake.request-number";
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z._-]{8,64}");

    private RequestNumber() {}

    /** The same each time that one request is asked about. */
    public static String of(RoutingContext request) {
        String noted = request.get(NOTED);
        if (noted == null) {
            noted = brought(request.request()).orElseGet(() -> "req-" + UUID.randomUUID());
            request.put(NOTED, noted);
        }
        return noted;
    }

    private static Optional<String> brought(HttpServerRequest request) {
        return Stream.of(HEADER, OPENSTACK_HEADER)
                .flatMap(header -> Stream.ofNullable(request.getHeader(header)))
                .filter(word -> PLAIN.matcher(word).matches())
                .findFirst();
    }
}
