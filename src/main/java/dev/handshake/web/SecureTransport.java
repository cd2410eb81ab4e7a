package dev.handshake.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Tells browsers that came by https to come by nothing else (HSTS). Not on the own machine, where other programs answer
 * at the same host without it.
 */
@ApplicationScoped
class SecureTransport {

    private static final int FIRST = 1_800;
    private static final String A_YEAR = "max-age=31536000";
    /** The machine itself, as a host or as an address. */
    static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    void begin(@Observes Filters filters) {
        filters.register(SecureTransport::tell, FIRST);
    }

    private static void tell(RoutingContext request) {
        HttpServerRequest asked = request.request();
        if ("https".equals(asked.scheme()) && !HERE.contains(asked.authority().host())) {
            request.response().putHeader("Strict-Transport-Security", A_YEAR);
        }
        request.next();
    }
}
