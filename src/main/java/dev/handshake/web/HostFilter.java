package dev.handshake.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/**
 * Follows no foreign host, where the portal's own address is known: a page at another one is refused (421, RFC 9110,
 * section 15.5.20), so that no redirect, sign-in or link of it leads there. At another door, which services reach by
 * names inside, redirects lead to the portal's own address.
 */
@ApplicationScoped
class HostFilter {

    /**
     * Behind who leads a token from a page's address to the API's, before sign-in, which makes an address of the host.
     */
    private static final int FIRST = 950;

    private static final int MISDIRECTED = 421;

    private final PublicAddress portal;
    private final Instance<Door> doors;
    private final EarlyRefusal refusal;

    HostFilter(PublicAddress portal, Instance<Door> doors, EarlyRefusal refusal) {
        this.portal = portal;
        this.doors = doors;
        this.refusal = refusal;
    }

    void begin(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    private void look(RoutingContext request) {
        String path = request.normalizedPath();
        if (!portal.isForeign(request.request())) {
            request.next();
        } else if (doors.stream().anyMatch(door -> door.isAt(path))) {
            request.addHeadersEndHandler(ready -> lead(request));
            request.next();
        } else {
            refusal.say(request, path, MISDIRECTED, "This portal is at " + portal.of("/") + " and nowhere else.");
        }
    }

    private void lead(RoutingContext request) {
        HttpServerRequest asked = request.request();
        String there = asked.scheme() + "://" + asked.authority();
        MultiMap headers = request.response().headers();
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null && location.startsWith(there + "/")) {
            headers.set(HttpHeaders.LOCATION, portal.of(location.substring(there.length())));
        }
    }
}
