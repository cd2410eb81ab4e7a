package dev.handshake.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The message that a post leaves for the page it redirects to. It travels in a cookie, shown once, so that any replica
 * can show it; at most 1,000 characters.
 */
@RequestScoped
@Named("flash")
public class Flash {

    private static final String COOKIE = "flash";
    private static final int LONGEST = 1_000;

    private final RoutingContext request;
    private final boolean alwaysSecure;

    /** @param alwaysSecure as for the cookies of sign-in: also where a proxy in front ended TLS */
    Flash(
            RoutingContext request,
            @ConfigProperty(name = "quarkus.oidc.authentication.cookie-force-secure", defaultValue = "false")
                    boolean alwaysSecure) {
        this.request = request;
        this.alwaysSecure = alwaysSecure;
    }

    /** Answers a post: see the page at {@code address}, which will show {@code message}. */
    public Response to(URI address, String message) {
        String text = message.length() > LONGEST ? message.substring(0, LONGEST - 1) + "…" : message;
        request.response().addCookie(cookie(encode(text)).setMaxAge(60));
        return Response.seeOther(address).build();
    }

    /** The message that waits, or null. Reading it takes it away. */
    public String getMessage() {
        Cookie waiting = request.request().getCookie(COOKIE);
        if (waiting == null) {
            return null;
        }
        request.response().addCookie(cookie("").setMaxAge(0));
        return decode(waiting.getValue());
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(alwaysSecure || request.request().isSSL())
                .setSameSite(CookieSameSite.LAX);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
