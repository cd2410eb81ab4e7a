package dev.handshake.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Drops who sends too slowly: each request under way keeps a thread, and a few hundred clients that send a byte now and
 * then would keep them all. A form has to be there within a time; a file may take as long as it likes while it goes on.
 */
@ApplicationScoped
public class BodyTimeoutFilter {

    /** What a file has to bring within each pause, at the least. */
    private static final long MIN_PROGRESS = 1_024;

    /** These bring something only where they say so. */
    private static final Set<HttpMethod> METHODS_WITHOUT_BODY =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AtomicInteger pendingBodies = new AtomicInteger();
    private final Vertx vertx;
    private final long bodyTimeoutMillis;
    private final long uploadIdleTimeoutMillis;

    BodyTimeoutFilter(
            Vertx vertx,
            @ConfigProperty(name = "handshake.http.body-timeout") Duration form,
            @ConfigProperty(name = "handshake.http.upload-idle-timeout") Duration file) {
        this.vertx = vertx;
        this.bodyTimeoutMillis = form.toMillis();
        this.uploadIdleTimeoutMillis = file.toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.BODY_TIMEOUT);
    }

    private void handle(RoutingContext request) {
        if (!request.request().isEnded() && hasBody(request.request())) {
            AtomicLong timer = new AtomicLong();
            pendingBodies.incrementAndGet();
            if (isUpload(request)) {
                watchProgress(request.request(), 0, timer);
            } else {
                timer.set(vertx.setTimer(bodyTimeoutMillis, over -> closeConnection(request.request())));
            }
            request.addEndHandler(answered -> finishBody(request.request(), timer));
        }
        request.next();
    }

    /** This comes before paths that are not canonical are refused, and those have no normal form. */
    private static boolean isUpload(RoutingContext request) {
        return CanonicalPathFilter.isCanonical(request.request().path())
                && TrafficClass.classify(request) == TrafficClass.UPLOAD;
    }

    /** Most requests bring nothing: a timer would only keep them, and what they were answered, for its whole time. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.version() == HttpVersion.HTTP_2 && !METHODS_WITHOUT_BODY.contains(request.method());
    }

    private void watchProgress(HttpServerRequest request, long before, AtomicLong timer) {
        timer.set(vertx.setTimer(uploadIdleTimeoutMillis, over -> {
            if (request.bytesRead() - before < MIN_PROGRESS) {
                closeConnection(request);
            } else {
                watchProgress(request, request.bytesRead(), timer);
            }
        }));
    }

    /**
     * Who was answered before all was read, and goes on sending, is still waited for. What nobody reads any more is
     * thrown away: left in the queue it would look as if it never came, and end the connection in the midst of a later
     * request.
     */
    private void finishBody(HttpServerRequest request, AtomicLong timer) {
        if (!stopTimerIfComplete(request, timer) && !request.isEnded()) {
            request.handler(null).resume();
            vertx.getOrCreateContext().runOnContext(thrownAway -> stopTimerIfComplete(request, timer));
        }
    }

    private boolean stopTimerIfComplete(HttpServerRequest request, AtomicLong timer) {
        if (isBodyComplete(request) && vertx.cancelTimer(timer.get())) {
            pendingBodies.decrementAndGet();
            return true;
        }
        return false;
    }

    /** The end itself is heard of only by who reads on after the last byte, which few do. */
    private static boolean isBodyComplete(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.isEnded() || length != null && length.equals(String.valueOf(request.bytesRead()));
    }

    /** How many requests bring something that is waited for. */
    public int pendingBodies() {
        return pendingBodies.get();
    }

    private void closeConnection(HttpServerRequest request) {
        pendingBodies.decrementAndGet();
        if (!request.isEnded()) {
            request.connection().close();
        }
    }
}
