package dev.handshake.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Closes connections whose client stops reading the response. A streamed response occupies a thread, and a download its
 * concurrency permit, until the client has taken the last chunk. At least {@link #MIN_PROGRESS} bytes must be sent in
 * every timeout period.
 */
@ApplicationScoped
class ResponseStallTimeoutFilter {

    private static final long MIN_PROGRESS = 64 << 10;

    private final Vertx vertx;
    private final long timeoutMillis;

    ResponseStallTimeoutFilter(Vertx vertx, HttpConfig config) {
        this.vertx = vertx;
        this.timeoutMillis = config.responseStallTimeout().toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.RESPONSE_STALL_TIMEOUT);
    }

    private void handle(RoutingContext request) {
        AtomicLong timer = new AtomicLong(-1);
        request.addHeadersEndHandler(ready -> awaitProgress(request.response(), 0, timer));
        request.addEndHandler(ended -> vertx.cancelTimer(timer.get()));
        request.next();
    }

    private void awaitProgress(HttpServerResponse answer, long before, AtomicLong timer) {
        timer.set(vertx.setTimer(timeoutMillis, timerId -> {
            if (answer.ended() || answer.closed()) {
                return;
            }
            if (answer.bytesWritten() - before < MIN_PROGRESS) {
                answer.reset();
            } else {
                awaitProgress(answer, answer.bytesWritten(), timer);
            }
        }));
    }
}
