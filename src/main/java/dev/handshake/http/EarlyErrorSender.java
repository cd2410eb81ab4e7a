package dev.handshake.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Sends error responses before authentication: in the format of the API at API paths, otherwise as plain text. */
@ApplicationScoped
class EarlyErrorSender {

    private final Instance<ErrorRenderer> errorRenderers;

    EarlyErrorSender(Instance<ErrorRenderer> errorRenderers) {
        this.errorRenderers = errorRenderers;
    }

    /** @param path decides which {@link ErrorRenderer} applies */
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
