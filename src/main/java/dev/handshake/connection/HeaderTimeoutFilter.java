package dev.handshake.connection;

import dev.handshake.http.FilterOrder;
import io.netty.channel.Channel;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells {@link HeaderTimeoutHandler} when a request's headers are complete and when the request ends. */
@ApplicationScoped
class HeaderTimeoutFilter {

    private static final String SEEN = HeaderTimeoutFilter.class.getName();
    private static final long RECHECK_MILLIS = 250;

    private final Vertx vertx;

    HeaderTimeoutFilter(Vertx vertx) {
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.HEADER_TIMEOUT);
    }

    void register(@Observes ManagementInterface management) {
        management.router().route().order(-FilterOrder.HEADER_TIMEOUT).handler(this::handle);
    }

    private void handle(RoutingContext request) {
        Channel connection = ((ConnectionBase) request.request().connection()).channel();
        if (request.get(SEEN) == null) { // a rerouted request passes twice
            request.put(SEEN, true);
            HeaderTimeoutHandler.requestBegan(connection);
            request.addEndHandler(answered -> end(request.request(), connection));
        }
        request.next();
    }

    /** A body still arriving after the response belongs to the request, which {@code BodyTimeoutFilter} times. */
    private void end(HttpServerRequest request, Channel connection) {
        if (request.isEnded() || !hasBody(request)) {
            HeaderTimeoutHandler.requestEnded(connection);
        } else if (connection.isOpen()) {
            vertx.setTimer(RECHECK_MILLIS, timerId -> end(request, connection));
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }
}
