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

/** Tells {@link HeaderTimeoutHandler} of each request that its header is complete, and when it is over. */
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
        if (request.get(SEEN) == null) { // one that is led on to another address comes by twice
            request.put(SEEN, true);
            HeaderTimeoutHandler.requestBegan(connection);
            request.addEndHandler(answered -> end(request.request(), connection));
        }
        request.next();
    }

    /** What is on its way after the answer still belongs to the request, and to the time limits of its body. */
    private void end(HttpServerRequest request, Channel connection) {
        if (request.isEnded() || !hasBody(request)) {
            HeaderTimeoutHandler.requestEnded(connection);
        } else if (connection.isOpen()) {
            vertx.setTimer(RECHECK_MILLIS, again -> end(request, connection));
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }
}
