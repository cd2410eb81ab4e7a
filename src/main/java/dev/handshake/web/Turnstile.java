package dev.handshake.web;

import dev.handshake.refusal.Reason;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets in only so many requests at once. What is asked beyond that is refused at once, while little was spent on it: who
 * waits in a queue that only grows is served, if at all, when nobody is there any more.
 *
 * <p>Image data on its way in or out takes as long as the line of its client does, and waits at a turnstile of its own, so
 * that neither keeps out the other.
 */
@ApplicationScoped
class Turnstile {

    /** Before everything that costs something, and after who counts and logs what came. */
    private static final int FIRST = 5_000;

    private static final Pattern TRANSFER =
            Pattern.compile("/[^/]+/(v2(\\.[0-9]+)?/images|images|exports)/(.*/)?(file|stage|uploads|data)");
    private static final String INSIDE = Turnstile.class.getName();

    private final Semaphore requests;
    private final Semaphore transfers;

    Turnstile(
            @ConfigProperty(name = "handshake.requests.at-once") int requests,
            @ConfigProperty(name = "handshake.transfers.at-once") int transfers) {
        this.requests = new Semaphore(requests);
        this.transfers = new Semaphore(transfers);
    }

    void begin(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    private void admit(RoutingContext request) {
        Semaphore places = isTransfer(request.normalizedPath()) ? transfers : requests;
        if (request.get(INSIDE) != null) { // and was led on to another address
            request.next();
        } else if (places.tryAcquire()) {
            request.put(INSIDE, true);
            request.addEndHandler(over -> places.release());
            request.next();
        } else {
            turnAway(request.response());
        }
    }

    static boolean isTransfer(String path) {
        return TRANSFER.matcher(path).matches();
    }

    /** In one short sentence, at both doors: a page would cost what there is too little of. */
    private static void turnAway(HttpServerResponse answer) {
        answer.setStatusCode(Reason.BUSY.status())
                .putHeader(HttpHeaders.RETRY_AFTER, "1")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8")
                .end(Reason.BUSY.sentence() + "\n");
    }
}
