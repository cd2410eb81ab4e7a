package dev.handshake.account;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.http.FilterOrder;
import dev.handshake.http.RateLimiter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits sign-ins returning from the identity provider per client address, since each causes a request to the provider.
 * Whole offices may share an address.
 */
@ApplicationScoped
class SignInRateLimitFilter {

    private final String callback;
    private final RateLimiter rateLimiter;

    SignInRateLimitFilter(
            @ConfigProperty(name = "quarkus.oidc.authentication.redirect-path") String callback,
            RateLimitConfig config) {
        this.callback = callback;
        this.rateLimiter =
                new RateLimiter(config.signInsPerMinute(), Duration.ofMinutes(1), Reason.SIGN_INS_RATE_LIMITED);
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.SIGN_IN_RATE_LIMIT);
    }

    private void handle(RoutingContext request) {
        try {
            boolean comesBack = request.normalizedPath().equals(callback);
            rateLimiter.consume(request.request().remoteAddress().host(), comesBack ? 1 : 0);
            request.next();
        } catch (RefusedException no) {
            reject(request.response(), no);
        }
    }

    private static void reject(HttpServerResponse response, RefusedException no) {
        no.retryAfter().ifPresent(pause -> response.putHeader("Retry-After", String.valueOf(pause.toSeconds())));
        response.setStatusCode(no.reason().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                .end(no.message());
    }
}
