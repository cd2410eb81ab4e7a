package dev.handshake.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns away what no browser and no client of the API writes: a host or a type that cannot be read; and passes over a
 * preference that cannot. Whatever comes behind this can rely on them; the libraries there take rubbish for a failure of
 * the portal.
 */
@ApplicationScoped
class Legible {

    /** Before anything else looks at the request, but behind what says how it came through a proxy. */
    private static final int FIRST = 2_000;

    private static final List<String> PREFERENCES =
            List.of("Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language");
    private static final Pattern PREFERRED =
            Pattern.compile("[^;]+(;\\s*(q=[01]?(\\.[0-9]{0,3})?|(?!q=)[^=;]+=[^;]+)\\s*)*");
    private static final Set<String> READERS = Set.of("FormBodyHandler", "RequestDeserializeHandler");

    void begin(@Observes Filters filters) {
        filters.register(Legible::look, FIRST);
    }

    private static void look(RoutingContext request) {
        if (isRead(() -> address(request.request())) && isRead(() -> type(request.request()))) {
            MultiMap headers = request.request().headers();
            PREFERENCES.stream()
                    .filter(each -> !isRead(() -> preferred(each, headers)))
                    .forEach(headers::remove);
            request.next();
        } else {
            request.response()
                    .setStatusCode(400)
                    .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_PLAIN)
                    .end("The request cannot be read.");
        }
    }

    private static boolean isRead(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (RuntimeException rubbish) { // parsers that others wrote throw several kinds
            return false;
        }
    }

    private static void address(HttpServerRequest request) {
        URI.create(request.scheme() + "://" + request.authority() + "/");
    }

    private static void type(HttpServerRequest request) {
        Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE)).ifPresent(MediaType::valueOf);
    }

    private static void preferred(String header, MultiMap headers) {
        for (String each : headers.getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .toList()) {
            if (!PREFERRED.matcher(each).matches()) {
                throw new IllegalArgumentException(each);
            }
            if (header.equals("Accept")) {
                MediaType.valueOf(each.strip());
            }
        }
    }

    /** Whether it was in reading a form that something failed: a broken encoding, a missing end. */
    static boolean isBroken(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(each -> each.getClassName().replaceAll(".*\\.", ""))
                .anyMatch(READERS::contains);
    }
}
