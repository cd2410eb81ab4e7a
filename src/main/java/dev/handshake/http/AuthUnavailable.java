package dev.handshake.http;

import io.vertx.ext.web.RoutingContext;

/**
 * Requests whose sign-in or token could not be checked, since whoever checks it did not answer: nobody knows whose they
 * are.
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
