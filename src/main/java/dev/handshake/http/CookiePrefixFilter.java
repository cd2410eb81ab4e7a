package dev.handshake.http;

import dev.handshake.web.PublicUrl;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Adds the {@code __Host-} prefix to all cookies sent to browsers and strips it from those received. Browsers accept
 * such cookies only from this exact host, over TLS and for all paths (RFC 6265bis, section 4.1.3.2), so no other host
 * under the same domain can plant a session or sign-in cookie. Inside the portal, cookies keep the names set by the
 * sign-in code. On localhost, which has no TLS, there is no prefix.
 */
@ApplicationScoped
class CookiePrefixFilter {

    private static final String PREFIX = "__Host-";

    private final boolean alwaysSecure;

    CookiePrefixFilter(
            @ConfigProperty(name = "quarkus.oidc.authentication.cookie-force-secure", defaultValue = "false")
                    boolean alwaysSecure) {
        this.alwaysSecure = alwaysSecure;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.COOKIE_PREFIX);
    }

    private void handle(RoutingContext request) {
        if (needsPrefix(request.request())) {
            stripPrefix(request.request().headers());
            request.addHeadersEndHandler(ready -> addPrefix(request));
        }
        request.next();
    }

    private boolean needsPrefix(HttpServerRequest request) {
        return (alwaysSecure || "https".equals(request.scheme()))
                && !PublicUrl.isLoopback(request.authority().host());
    }

    /** Drops cookies without the prefix; the portal did not set them. */
    private static void stripPrefix(MultiMap headers) {
        String ours = headers.getAll(HttpHeaders.COOKIE).stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(PREFIX))
                .map(cookie -> cookie.substring(PREFIX.length()))
                .collect(Collectors.joining("; "));
        headers.remove(HttpHeaders.COOKIE);
        if (!ours.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, ours);
        }
    }

    private static void addPrefix(RoutingContext request) {
        List<Cookie> set = request.request().cookies().stream()
                .filter(cookie -> ((ServerCookie) cookie).isChanged())
                .toList();
        set.forEach(cookie -> request.response().removeCookies(cookie.getName(), false));
        set.forEach(cookie -> request.response().addCookie(withPrefix(cookie)));
    }

    private static Cookie withPrefix(Cookie cookie) {
        return Cookie.cookie(PREFIX + cookie.getName(), cookie.getValue())
                .setMaxAge(cookie.getMaxAge())
                .setSameSite(cookie.getSameSite())
                .setHttpOnly(true)
                .setSecure(true)
                .setPath("/");
    }
}
