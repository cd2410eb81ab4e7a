package dev.handshake.http;

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
class MalformedRequestFilter {

    private static final List<String> PREFERENCE_HEADERS =
            List.of("Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language");
    /** More than any browser sends, in characters. */
    private static final int MAX_HEADER_LENGTH = 4_000;

    private static final Set<String> FORM_READERS = Set.of("FormBodyHandler", "RequestDeserializeHandler");

    private final EarlyErrorSender errorSender;

    MalformedRequestFilter(EarlyErrorSender errorSender) {
        this.errorSender = errorSender;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.MALFORMED_REQUEST);
    }

    private void handle(RoutingContext request) {
        if (isParseable(() -> parseAuthority(request.request()))
                && isParseable(() -> parseContentType(request.request()))) {
            MultiMap headers = request.request().headers();
            PREFERENCE_HEADERS.stream()
                    .filter(each -> !isParseable(() -> parsePreference(each, headers)))
                    .forEach(headers::remove);
            request.next();
        } else {
            errorSender.sendError(request, request.normalizedPath(), 400, "The request cannot be read.");
        }
    }

    private static boolean isParseable(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (RuntimeException rubbish) { // parsers that others wrote throw several kinds
            return false;
        }
    }

    private static void parseAuthority(HttpServerRequest request) {
        if (isMissing(request.authority())) {
            throw new IllegalArgumentException("no host");
        }
        URI.create(request.scheme() + "://" + request.authority() + "/");
    }

    /** Where a proxy may say how a request came, Quarkus writes a host that is missing as nothing, or as "null". */
    private static boolean isMissing(HostAndPort authority) {
        return authority == null || List.of("", "null").contains(String.valueOf(authority.host()));
    }

    private static void parseContentType(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null) {
            requireShort(type.length());
            MediaType.valueOf(type);
        }
    }

    private static void parsePreference(String header, MultiMap headers) {
        String all = String.join(",", headers.getAll(header));
        requireShort(all.length());
        for (String each : all.split(",")) {
            if (!isPreference(each)) {
                throw new IllegalArgumentException(each);
            }
            if (header.equals("Accept")) {
                MediaType.valueOf(each.strip());
            }
        }
    }

    private static void requireShort(int length) {
        if (length > MAX_HEADER_LENGTH) {
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
                && Arrays.stream(parts).skip(1).map(String::strip).allMatch(MalformedRequestFilter::isParameter);
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
    static boolean isFormParseFailure(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .map(each -> each.substring(each.lastIndexOf('.') + 1))
                .anyMatch(FORM_READERS::contains);
    }
}
