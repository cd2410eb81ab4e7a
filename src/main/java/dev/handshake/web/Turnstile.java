package dev.handshake.web;

import dev.handshake.refusal.Reason;
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
public class Turnstile {

    /** Before everything that costs something, and after who counts and logs what came. */
    private static final int FIRST = 5_000;

    private static final String INSIDE = Turnstile.class.getName();

    private final Map<Traffic, Semaphore> places = new EnumMap<>(Traffic.class);

    Turnstile(ConcurrencyLimits limits) {
        for (Traffic each : Traffic.values()) {
            places.put(each, new Semaphore(limits.max(each)));
        }
    }

    void begin(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    private void admit(RoutingContext request) {
        Semaphore free = places.get(Traffic.of(request));
        if (request.get(INSIDE) != null) { // and was led on to another address
            request.next();
        } else if (free.tryAcquire()) {
            request.put(INSIDE, true);
            request.addEndHandler(over -> free.release());
            request.next();
        } else {
            turnAway(request.response(), Reason.BUSY);
        }
    }

    /** In one short sentence, at both doors: a page would cost what there is too little of. */
    public static void turnAway(HttpServerResponse answer, Reason reason) {
        answer.setStatusCode(reason.status())
                .putHeader(HttpHeaders.RETRY_AFTER, "1")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8")
                .end(reason.sentence() + "\n");
    }
}
