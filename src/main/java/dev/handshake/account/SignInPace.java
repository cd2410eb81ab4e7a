package dev.handshake.account;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.web.Allowance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often sign-ins may come back from the provider to one address, since each makes the portal ask the provider.
 * Whole offices share an address.
 */
@ApplicationScoped
class SignInPace {

    /** Before sign-in itself. */
    private static final int FIRST = 900;

    private final String callback;
    private final Allowance allowance;

    SignInPace(
            @ConfigProperty(name = "quarkus.oidc.authentication.redirect-path") String callback,
            @ConfigProperty(name = "handshake.sign-ins.per-minute") long perMinute) {
        this.callback = callback;
        this.allowance = new Allowance(perMinute, Duration.ofMinutes(1), Reason.SIGN_INS_TOO_FAST);
    }

    void begin(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    private void look(RoutingContext request) {
        try {
            boolean comesBack = request.normalizedPath().equals(callback);
            allowance.take(request.request().remoteAddress().host(), comesBack ? 1 : 0);
            request.next();
        } catch (Refused no) {
            refuse(request.response(), no);
        }
    }

    private static void refuse(HttpServerResponse response, Refused no) {
        no.pause().ifPresent(pause -> response.putHeader("Retry-After", String.valueOf(pause.toSeconds())));
        response.setStatusCode(no.reason().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                .end(no.sentence());
    }
}
