package dev.handshake.web;

import io.vertx.ext.web.RoutingContext;

/**
 * Requests whose sign-in or token could not be checked, since whoever checks it did not answer: nobody knows whose they
 * are.
 */
public class Unchecked {

    private static final String MARK = Unchecked.class.getName();

    public static void mark(RoutingContext request) {
        request.put(MARK, true);
    }

    public static boolean is(RoutingContext request) {
        return request.get(MARK) != null;
    }
}
