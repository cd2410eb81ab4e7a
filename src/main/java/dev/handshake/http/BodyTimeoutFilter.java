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
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Closes connections that send their request body too slowly. Every running request occupies a thread, so a few hundred
 * clients that send a byte now and then could occupy all of them. A form must arrive within a time limit; a file may
 * take as long as it needs while it keeps making progress.
 */
@ApplicationScoped
public class BodyTimeoutFilter {

    /** Bytes that an upload must send within each idle timeout. */
    private static final long MIN_PROGRESS = 1_024;

    /** Without a length header, HTTP/2 requests with these methods are taken to have no body. */
    private static final Set<HttpMethod> METHODS_WITHOUT_BODY =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AtomicInteger pendingBodies = new AtomicInteger();
    private final Vertx vertx;
    private final long bodyTimeoutMillis;
    private final long uploadIdleTimeoutMillis;

    BodyTimeoutFilter(Vertx vertx, HttpConfig config) {
        this.vertx = vertx;
        this.bodyTimeoutMillis = config.bodyTimeout().toMillis();
        this.uploadIdleTimeoutMillis = config.uploadIdleTimeout().toMillis();
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
                timer.set(vertx.setTimer(bodyTimeoutMillis, timerId -> closeConnection(request.request())));
            }
            request.addEndHandler(answered -> finishBody(request.request(), timer));
        }
        request.next();
    }

    /** Runs before non-canonical paths are rejected, and those cannot be normalized. */
    private static boolean isUpload(RoutingContext request) {
        return CanonicalPathFilter.isCanonical(request.request().path())
                && TrafficClass.classify(request) == TrafficClass.UPLOAD;
    }

    /** Most requests have no body. A timer would keep the request and its response in memory until it expires. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.version() == HttpVersion.HTTP_2 && !METHODS_WITHOUT_BODY.contains(request.method());
    }

    private void watchProgress(HttpServerRequest request, long before, AtomicLong timer) {
        timer.set(vertx.setTimer(uploadIdleTimeoutMillis, timerId -> {
            if (request.bytesRead() - before < MIN_PROGRESS) {
                closeConnection(request);
            } else {
                watchProgress(request, request.bytesRead(), timer);
            }
        }));
    }

    /**
     * Keeps waiting for the rest of a body whose request was answered before it was read completely. The rest is
     * discarded: if it stayed in the queue, it would look as if it never arrived, and the timeout would close the
     * connection during a later request.
     */
    private void finishBody(HttpServerRequest request, AtomicLong timer) {
        if (!stopTimerIfComplete(request, timer) && !request.isEnded()) {
            request.handler(null).resume();
            vertx.getOrCreateContext().runOnContext(discarded -> stopTimerIfComplete(request, timer));
        }
    }

    private boolean stopTimerIfComplete(HttpServerRequest request, AtomicLong timer) {
        if (isBodyComplete(request) && vertx.cancelTimer(timer.get())) {
            pendingBodies.decrementAndGet();
            return true;
        }
        return false;
    }

    /** The end event fires only for a handler that keeps reading after the last byte, which few do. */
    private static boolean isBodyComplete(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.isEnded() || length != null && length.equals(String.valueOf(request.bytesRead()));
    }

    /** The number of requests whose body is still being received. */
    public int pendingBodies() {
        return pendingBodies.get();
    }

    /** Not if the body came in time and only its answer takes long. */
    private void closeConnection(HttpServerRequest request) {
        pendingBodies.decrementAndGet();
        if (!isBodyComplete(request)) {
            request.connection().close();
        }
    }
}
