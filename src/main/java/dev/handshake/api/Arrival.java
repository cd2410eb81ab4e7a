package dev.handshake.api;

import dev.handshake.region.Regions;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/**
 * Sees every request of the API before anything else does: gives its answer a number, and notes what the client accepts.
 * That is for refusals alone; a good answer has one type, whatever is accepted. {@code /account} is a page, but for a
 * request with a token it leads to the API's.
 */
@ApplicationScoped
class Arrival {

    private static final int FIRST = 1_000;
    private static final String ACCEPTED = "handshake.accepted";

    private final ApiDoor door;
    private final Regions regions;

    Arrival(ApiDoor door, Regions regions) {
        this.door = door;
        this.regions = regions;
    }

    void begin(@Observes Filters filters) {
        filters.register(this::note, FIRST);
    }

    private void note(RoutingContext request) {
        if (request.normalizedPath().equals("/account") && TokenSignIn.token(request) != null) {
            request.reroute("/" + regions.all().get(0) + "/v2/account");
            return;
        }
        if (door.isAt(request.normalizedPath())) {
            request.response().putHeader("X-Openstack-Request-Id", "req-" + UUID.randomUUID());
            request.put(ACCEPTED, request.request().getHeader(HttpHeaders.ACCEPT));
            request.request().headers().set(HttpHeaders.ACCEPT, "*/*");
        }
        request.next();
    }

    /** What the client accepts, as it said, or null. */
    static String accepted(RoutingContext request) {
        return request.get(ACCEPTED);
    }
}
