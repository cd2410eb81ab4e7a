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
 * Rejects requests with a malformed host or content type, and drops malformed {@code Accept} headers. Code after this
 * filter can rely on them; the libraries would otherwise fail on them with a 500.
 */
@ApplicationScoped
class MalformedRequestFilter {

    private static final List<String> PREFERENCE_HEADERS =
            List.of("Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language");
    /** In characters; more than any browser sends. */
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
            errorSender.sendError(request, request.normalizedPath(), 400, "The request could not be read.");
        }
    }

    private static boolean isParseable(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (RuntimeException malformed) { // third-party parsers throw several kinds
            return false;
        }
    }

    private static void parseAuthority(HttpServerRequest request) {
        if (isMissing(request.authority())) {
            throw new IllegalArgumentException("no host");
        }
        String authority = request.authority().toString();
        URI whole = URI.create(request.scheme() + "://" + authority + "/");
        if (!authority.equals(whole.getRawAuthority())) { // "?", "#" and "/" end it
            throw new IllegalArgumentException("not a host");
        }
    }

    /** With proxy headers enabled, Quarkus represents a missing host as an empty string or "null". */
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
        String[] preferences = all.split(",");
        if (preferences.length == 0) {
            throw new IllegalArgumentException("only commas");
        }
        for (String each : preferences) {
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
     * A value with parameters, such as {@code text/html;level=1;q=0.5}. Parsed by hand, since a regular expression
     * could backtrack badly on hostile input.
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

    /** A weight such as {@code 0.5}, as leniently as the libraries read it: also {@code .5}, {@code 1.} or nothing. */
    private static boolean isWeight(String text) {
        int point = text.startsWith("0") || text.startsWith("1") ? 1 : 0;
        String rest = text.substring(point);
        return rest.isEmpty()
                || rest.length() <= 4
                        && rest.charAt(0) == '.'
                        && rest.chars().skip(1).allMatch(each -> each >= '0' && each <= '9');
    }

    /** Whether the failure comes from parsing a form, such as a broken encoding or a missing end. */
    static boolean isFormParseFailure(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .map(each -> each.substring(each.lastIndexOf('.') + 1))
                .anyMatch(FORM_READERS::contains);
    }
}
