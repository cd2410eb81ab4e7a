package dev.handshake.http;

import io.vertx.ext.web.RoutingContext;

/**
 * Marks requests whose sign-in or token could not be verified because the identity provider did not respond, so that
 * they get 503 rather than 401.
 */
public class AuthUnavailable {

    private static final String MARK = AuthUnavailable.class.getName();

    public static void mark(RoutingContext request) {
        request.put(MARK, true);
    }

    public static boolean isMarked(RoutingContext request) {
        return request.get(MARK) != null;
    }
}
