package dev.handshake.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/** Limits the size of forms, which are held in memory. Uploads and API bodies have limits of their own. */
@ApplicationScoped
class FormSizeLimitFilter {

    private final long maxBytes;
    private final Instance<ErrorRenderer> errorRenderers;

    FormSizeLimitFilter(HttpConfig config, Instance<ErrorRenderer> errorRenderers) {
        this.maxBytes = config.maxFormSize().asLongValue();
        this.errorRenderers = errorRenderers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.FORM_SIZE_LIMIT);
    }

    private void handle(RoutingContext request) {
        if (TrafficClass.classify(request) != TrafficClass.UPLOAD
                && errorRenderers.stream()
                        .noneMatch(errorRenderer -> errorRenderer.appliesTo(request.normalizedPath()))) {
            if (contentLength(request) > maxBytes) {
                reject(request.response());
                return;
            }
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, maxBytes); // limits bodies without a declared length
        }
        request.next();
    }

    /** The declared length; an earlier filter rejects malformed ones. */
    private static long contentLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Closes the connection after the response, since the body is not read. */
    private static void reject(HttpServerResponse response) {
        response.setStatusCode(413)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                .end("The form is too large.");
    }
}
