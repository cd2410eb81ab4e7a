package dev.handshake.observability;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * A request, told in words of few values that give nothing away: never its address, what it asked for, or what it
 * brought.
 *
 * @param startNanos when it came, in nanoseconds of no particular origin
 */
record RequestInfo(RoutingContext request, long startNanos) {

    /** Where Quarkus notes the address as it is written in the code, once there are metrics or traces. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final String OTHER = "other";

    static RequestInfo of(RoutingContext request) {
        return new RequestInfo(request, System.nanoTime());
    }

    /** Such as {@code /{region}/images/{id}}; assets, sign-in and what does not exist are {@code other}. */
    String route() {
        String template = context().getLocal(TEMPLATE);
        return template == null ? OTHER : template;
    }

    Context context() {
        return ((HttpServerRequestInternal) request.request()).context();
    }

    /** Anybody can send a method of any name. */
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
