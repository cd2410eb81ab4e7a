package dev.handshake.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The portal's own cookies: no script reads them, and no other site sends them along with a form. */
@RequestScoped
class PortalCookies {

    private final RoutingContext request;
    private final boolean alwaysSecure;

    /** @param alwaysSecure as for the sign-in cookies: sets Secure even if a proxy terminates TLS */
    PortalCookies(
            RoutingContext request,
            @ConfigProperty(name = "quarkus.oidc.authentication.cookie-force-secure", defaultValue = "false")
                    boolean alwaysSecure) {
        this.request = request;
        this.alwaysSecure = alwaysSecure;
    }

    /** The value that the browser sent, or null. */
    String get(String name) {
        Cookie sent = request.request().getCookie(name);
        return sent == null ? null : sent.getValue();
    }

    void set(String name, String value, long seconds) {
        request.response()
                .addCookie(Cookie.cookie(name, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(alwaysSecure || request.request().isSSL())
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(seconds));
    }

    void remove(String name) {
        set(name, "", 0);
    }
}
