package dev.handshake.http;

import dev.handshake.web.PublicUrl;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Adds the HSTS header to responses over HTTPS. Not on localhost, where other programs may serve the same host without
 * TLS.
 */
@ApplicationScoped
class HstsFilter {

    private static final String MAX_AGE = "max-age=31536000";

    void register(@Observes Filters filters) {
        filters.register(HstsFilter::handle, FilterOrder.HSTS);
    }

    private static void handle(RoutingContext request) {
        HttpServerRequest asked = request.request();
        if ("https".equals(asked.scheme())
                && !PublicUrl.isLoopback(asked.authority().host())) {
            request.response().putHeader("Strict-Transport-Security", MAX_AGE);
        }
        request.next();
    }
}
