package dev.handshake.web;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** Requests that bring a whole disk image file. They alone may be large and take long; all others fit into a hand. */
class Freight {

    private static final Pattern ADDRESS =
            Pattern.compile("/[^/]+/(images/uploads|v2(\\.[0-9]+)?/images/[^/]+/(file|stage))");

    static boolean isIn(RoutingContext request) {
        return ADDRESS.matcher(request.normalizedPath()).matches();
    }
}
