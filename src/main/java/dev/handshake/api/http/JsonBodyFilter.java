package dev.handshake.api.http;

import dev.handshake.account.RequestUserResolver;
import dev.handshake.account.User;
import dev.handshake.api.json.JsonBodyReader;
import dev.handshake.api.json.JsonEndpoint;
import dev.handshake.http.FilterOrder;
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
 * Reads the small JSON bodies of API requests on the event loop, so that a slow body does not occupy a worker thread.
 * Reads only if the caller may make this call, and at most one byte beyond the call's limit; {@link JsonBodyReader}
 * refuses the rest.
 */
@ApplicationScoped
class JsonBodyFilter {

    private final ApiPaths apiPaths;
    private final RequestUserResolver users;

    JsonBodyFilter(ApiPaths apiPaths, RequestUserResolver users) {
        this.apiPaths = apiPaths;
        this.users = users;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.JSON_BODY);
    }

    private void handle(RoutingContext request) {
        String path = request.normalizedPath();
        Optional<JsonEndpoint> call = apiPaths.appliesTo(path)
                ? JsonEndpoint.find(request.request().method(), path).filter(each -> isAccepted(request, each))
                : Optional.empty();
        if (call.isPresent()) {
            read(request, call.get().maxBytes());
        } else {
            request.next();
        }
    }

    private boolean isAccepted(RoutingContext request, JsonEndpoint call) {
        String region = request.normalizedPath().split("/")[1];
        Optional<User> user = users.resolve(request);
        return user.filter(known -> known.regions().contains(region))
                        .filter(known -> call.isOpenTo(known.actorIn(region)))
                        .isPresent()
                && !JsonBodyReader.isTooLarge(request, call);
    }

    private static void read(RoutingContext request, int maxBytes) {
        HttpServerRequest source = request.request();
        Buffer body = Buffer.buffer();
        source.handler(piece -> {
            if (body.length() <= maxBytes && body.appendBuffer(piece).length() > maxBytes) {
                source.pause();
                proceed(request, body.slice(0, maxBytes + 1));
            }
        });
        source.endHandler(end -> {
            if (body.length() <= maxBytes) {
                proceed(request, body);
            }
        });
        source.exceptionHandler(gone -> request.response().reset()); // the client disconnected
        if ("100-continue".equalsIgnoreCase(source.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        source.resume();
    }

    private static void proceed(RoutingContext request, Buffer body) {
        ((RoutingContextInternal) request).setBody(body);
        request.next();
    }
}
