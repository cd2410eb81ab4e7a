package dev.handshake.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Says no before it is known who asks: at a door in its shape, elsewhere in one plain sentence. */
@ApplicationScoped
class EarlyRefusal {

    private final Instance<Door> doors;

    EarlyRefusal(Instance<Door> doors) {
        this.doors = doors;
    }

    /** @param path by which the door is found */
    void say(RoutingContext request, String path, int status, String sentence) {
        doors.stream()
                .filter(door -> door.isAt(path))
                .findFirst()
                .ifPresentOrElse(
                        door -> door.refuse(request, status, sentence),
                        () -> request.response()
                                .setStatusCode(status)
                                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8")
                                .end(sentence));
    }
}
