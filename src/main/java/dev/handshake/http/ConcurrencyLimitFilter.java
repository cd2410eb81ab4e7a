package dev.handshake.http;

import dev.handshake.error.Reason;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Limits how many requests a replica handles at once. The rest get 503 immediately, before any work is done, because a
 * request that waits in a growing queue is usually abandoned by its client.
 *
 * <p>Uploads and downloads have limits of their own, since they last as long as the client's connection is slow.
 */
@ApplicationScoped
public class ConcurrencyLimitFilter {

    private static final String ADMITTED = ConcurrencyLimitFilter.class.getName();

    private final Map<TrafficClass, Semaphore> permits = new EnumMap<>(TrafficClass.class);

    ConcurrencyLimitFilter(ConcurrencyLimits limits) {
        for (TrafficClass each : TrafficClass.values()) {
            permits.put(each, new Semaphore(limits.max(each)));
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.CONCURRENCY_LIMIT);
    }

    private void handle(RoutingContext request) {
        Semaphore semaphore = permits.get(TrafficClass.classify(request));
        if (request.get(ADMITTED) != null) { // rerouted to another path
            request.next();
        } else if (semaphore.tryAcquire()) {
            request.put(ADMITTED, true);
            request.addEndHandler(ended -> semaphore.release());
            request.next();
        } else {
            reject(request.response(), Reason.BUSY);
        }
    }

    /** Plain text for pages and API alike: rendering a page would cost what is scarce right now. */
    public static void reject(HttpServerResponse answer, Reason reason) {
        answer.setStatusCode(reason.status())
                .putHeader(HttpHeaders.RETRY_AFTER, "1")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8")
                .end(reason.message() + "\n");
    }
}
