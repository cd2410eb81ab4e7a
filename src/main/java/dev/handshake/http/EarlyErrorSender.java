package dev.handshake.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Says no before it is known who asks: at a door in its shape, elsewhere in one plain sentence. */
@ApplicationScoped
class EarlyErrorSender {

    private final Instance<ErrorRenderer> errorRenderers;

    EarlyErrorSender(Instance<ErrorRenderer> errorRenderers) {
        this.errorRenderers = errorRenderers;
    }

    /** @param path by which the door is found */
    void sendError(RoutingContext request, String path, int status, String sentence) {
        errorRenderers.stream()
                .filter(errorRenderer -> errorRenderer.appliesTo(path))
                .findFirst()
                .ifPresentOrElse(
                        errorRenderer -> errorRenderer.sendError(request, status, sentence),
                        () -> request.response()
                                .setStatusCode(status)
                                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=UTF-8")
                                .end(sentence));
    }
}
