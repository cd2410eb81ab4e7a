package dev.handshake.http;

import dev.handshake.web.PublicUrl;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/**
 * Rejects foreign {@code Host} headers if the public URL is configured. Pages at another host get 421 (RFC 9110,
 * section 15.5.20), so that no redirect, sign-in or link leads there. The API accepts other hosts, since services reach
 * it under internal names, but its redirects lead to the public URL.
 */
@ApplicationScoped
class HostFilter {

    private static final int MISDIRECTED = 421;

    private final PublicUrl publicUrl;
    private final Instance<ErrorRenderer> errorRenderers;
    private final EarlyErrorSender errorSender;

    HostFilter(PublicUrl publicUrl, Instance<ErrorRenderer> errorRenderers, EarlyErrorSender errorSender) {
        this.publicUrl = publicUrl;
        this.errorRenderers = errorRenderers;
        this.errorSender = errorSender;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.HOST);
    }

    private void handle(RoutingContext request) {
        String path = request.normalizedPath();
        if (!publicUrl.isForeignHost(request.request())) {
            request.next();
        } else if (errorRenderers.stream().anyMatch(errorRenderer -> errorRenderer.appliesTo(path))) {
            request.addHeadersEndHandler(ready -> rewriteLocation(request));
            request.next();
        } else {
            errorSender.sendError(
                    request, path, MISDIRECTED, "This portal is at " + publicUrl.resolve("/") + " and nowhere else.");
        }
    }

    private void rewriteLocation(RoutingContext request) {
        HttpServerRequest asked = request.request();
        String there = asked.scheme() + "://" + asked.authority();
        MultiMap headers = request.response().headers();
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null && location.startsWith(there + "/")) {
            headers.set(HttpHeaders.LOCATION, publicUrl.resolve(location.substring(there.length())));
        }
    }
}
