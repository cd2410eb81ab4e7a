package dev.handshake.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a form may be: small, since it is held in memory. Files and other doors count for themselves. */
@ApplicationScoped
class Bounds {

    /** Behind Quarkus' own handler, which sets the limit that is meant for files. */
    private static final int AFTER_QUARKUS = 1;

    private final long largest;
    private final Instance<Door> doors;

    Bounds(@ConfigProperty(name = "handshake.requests.largest-form") MemorySize largest, Instance<Door> doors) {
        this.largest = largest.asLongValue();
        this.doors = doors;
    }

    void begin(@Observes Filters filters) {
        filters.register(this::look, AFTER_QUARKUS);
    }

    private void look(RoutingContext request) {
        if (Traffic.of(request) != Traffic.UPLOAD
                && doors.stream().noneMatch(door -> door.isAt(request.normalizedPath()))) {
            if (length(request) > largest) {
                refuse(request.response());
                return;
            }
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest); // counts what does not say its length
        }
        request.next();
    }

    /** As the request says; a length that is no number was refused before. */
    private static long length(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** The rest is not read: with the answer the connection ends. */
    private static void refuse(HttpServerResponse response) {
        response.setStatusCode(413)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                .end("The request is larger than a form can be.");
    }
}
