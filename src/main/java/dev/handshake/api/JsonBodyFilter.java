package dev.handshake.api;

import dev.handshake.account.RequestUser;
import dev.handshake.account.User;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Reads the small JSON bodies of the API on the event loop, before a worker thread is taken: a body that never comes
 * keeps none. It reads only what a caller may send there, up to the limit of the call and a byte; {@link Bodies}
 * refuses the rest.
 */
@ApplicationScoped
class JsonBodyFilter {

    /** Behind sign-in, which Quarkus does at 200 and 100. */
    private static final int AFTER_SIGN_IN = 80;

    private final ApiDoor door;
    private final RequestUser users;

    JsonBodyFilter(ApiDoor door, RequestUser users) {
        this.door = door;
        this.users = users;
    }

    void begin(@Observes Filters filters) {
        filters.register(this::look, AFTER_SIGN_IN);
    }

    private void look(RoutingContext request) {
        String path = request.normalizedPath();
        Optional<JsonCall> call = door.isAt(path)
                ? JsonCall.of(request.request().method(), path).filter(each -> isWelcome(request, each))
                : Optional.empty();
        if (call.isPresent()) {
            read(request, call.get().maxBytes());
        } else {
            request.next();
        }
    }

    private boolean isWelcome(RoutingContext request, JsonCall call) {
        String region = request.normalizedPath().split("/")[1];
        Optional<User> user = users.of(request);
        return user.filter(known -> known.regions().contains(region))
                        .filter(known -> call.isOpenTo(known.in(region)))
                        .isPresent()
                && !Bodies.isTooLarge(request, call);
    }

    private static void read(RoutingContext request, int maxBytes) {
        HttpServerRequest source = request.request();
        Buffer body = Buffer.buffer();
        source.handler(piece -> {
            if (body.length() <= maxBytes && body.appendBuffer(piece).length() > maxBytes) {
                source.pause();
                pass(request, body.slice(0, maxBytes + 1));
            }
        });
        source.endHandler(end -> {
            if (body.length() <= maxBytes) {
                pass(request, body);
            }
        });
        source.exceptionHandler(gone -> request.response().reset()); // nobody is left to answer
        if ("100-continue".equalsIgnoreCase(source.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        source.resume();
    }

    private static void pass(RoutingContext request, Buffer body) {
        ((RoutingContextInternal) request).setBody(body);
        request.next();
    }
}
