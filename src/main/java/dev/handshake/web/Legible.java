package dev.handshake.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Turns away what no browser and no client of the API writes: a host or a type that cannot be read; and passes over a
 * preference that cannot. Whatever comes behind this can rely on them; the libraries there take rubbish for a failure
 * of the portal.
 */
@ApplicationScoped
class Legible {

    /** Before anything else looks at the request, but behind what says how it came through a proxy. */
    private static final int FIRST = 2_000;

    private static final List<String> PREFERENCES =
            List.of("Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language");
    /** More than any browser sends, in characters. */
    private static final int LONGEST = 4_000;

    private static final Set<String> READERS = Set.of("FormBodyHandler", "RequestDeserializeHandler");

    private final EarlyRefusal refusal;

    Legible(EarlyRefusal refusal) {
        this.refusal = refusal;
    }

    void begin(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    private void look(RoutingContext request) {
        if (isRead(() -> address(request.request())) && isRead(() -> type(request.request()))) {
            MultiMap headers = request.request().headers();
            PREFERENCES.stream()
                    .filter(each -> !isRead(() -> preferred(each, headers)))
                    .forEach(headers::remove);
            request.next();
        } else {
            refusal.say(request, request.normalizedPath(), 400, "The request cannot be read.");
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
        if (isMissing(request.authority())) {
            throw new IllegalArgumentException("no host");
        }
        URI.create(request.scheme() + "://" + request.authority() + "/");
    }

    /** Where a proxy may say how a request came, Quarkus writes a host that is missing as nothing, or as "null". */
    private static boolean isMissing(HostAndPort authority) {
        return authority == null || List.of("", "null").contains(String.valueOf(authority.host()));
    }

    private static void type(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null) {
            mustBeShort(type.length());
            MediaType.valueOf(type);
        }
    }

    private static void preferred(String header, MultiMap headers) {
        String all = String.join(",", headers.getAll(header));
        mustBeShort(all.length());
        for (String each : all.split(",")) {
            if (!isPreference(each)) {
                throw new IllegalArgumentException(each);
            }
            if (header.equals("Accept")) {
                MediaType.valueOf(each.strip());
            }
        }
    }

    private static void mustBeShort(int length) {
        if (length > LONGEST) {
            throw new IllegalArgumentException(length + " characters");
        }
    }

    /**
     * A word and its parameters, such as {@code text/html;level=1;q=0.5}. No pattern, which would go back and forth in
     * it.
     */
    static boolean isPreference(String text) {
        String[] parts = text.split(";", -1);
        return !parts[0].isEmpty()
                && Arrays.stream(parts).skip(1).map(String::strip).allMatch(Legible::isParameter);
    }

    private static boolean isParameter(String text) {
        if (text.startsWith("q=")) {
            return isWeight(text.substring(2));
        }
        int sign = text.indexOf('=');
        return sign > 0 && sign < text.length() - 1;
    }

    /** {@code 0.5}, and as leniently as it is read: {@code .5}, {@code 1.}, nothing. */
    private static boolean isWeight(String text) {
        int point = text.startsWith("0") || text.startsWith("1") ? 1 : 0;
        String rest = text.substring(point);
        return rest.isEmpty()
                || rest.length() <= 4
                        && rest.charAt(0) == '.'
                        && rest.chars().skip(1).allMatch(each -> each >= '0' && each <= '9');
    }

    /** Whether it was in reading a form that something failed: a broken encoding, a missing end. */
    static boolean isBroken(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .map(each -> each.substring(each.lastIndexOf('.') + 1))
                .anyMatch(READERS::contains);
    }
}
