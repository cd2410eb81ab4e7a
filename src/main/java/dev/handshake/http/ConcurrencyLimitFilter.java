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
 * Lets in only so many requests at once. What is asked beyond that is refused at once, while little was spent on it:
 * who waits in a queue that only grows is served, if at all, when nobody is there any more.
 *
 * <p>Image data on its way in or out takes as long as the line of its client does, and waits at a turnstile of its own,
 * so that neither keeps out the other.
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
        Semaphore free = permits.get(TrafficClass.classify(request));
        if (request.get(ADMITTED) != null) { // and was led on to another address
            request.next();
        } else if (free.tryAcquire()) {
            request.put(ADMITTED, true);
            request.addEndHandler(over -> free.release());
            request.next();
        } else {
            reject(request.response(), Reason.BUSY);
        }
    }

    /** In one short sentence, at both doors: a page would cost what there is too little of. */
    public static void reject(HttpServerResponse answer, Reason reason) {
        answer.setStatusCode(reason.status())
                .putHeader(HttpHeaders.RETRY_AFTER, "1")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8")
                .end(reason.message() + "\n");
    }
}
