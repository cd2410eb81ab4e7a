package dev.handshake.observability;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * A request described by values safe for logs and metrics: never its actual path, query, headers or body.
 *
 * @param startNanos {@link System#nanoTime()} at its start
 */
record RequestInfo(RoutingContext request, long startNanos) {

    /** Where Quarkus stores the path template, if metrics or tracing are enabled. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final String OTHER = "other";

    static RequestInfo of(RoutingContext request) {
        return new RequestInfo(request, System.nanoTime());
    }

    /** The path template such as {@code /{region}/images/{id}}; {@code other} for assets, sign-in and unknown paths. */
    String route() {
        String template = context().getLocal(TEMPLATE);
        return template == null ? OTHER : template;
    }

    Context context() {
        return ((HttpServerRequestInternal) request.request()).context();
    }

    /** Unknown methods become {@code other}, since clients can send any name. */
    String method() {
        HttpMethod method = request.request().method();
        return HttpMethod.values().contains(method) ? method.name() : OTHER;
    }

    int status() {
        return request.response().getStatusCode();
    }

    Duration duration() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
