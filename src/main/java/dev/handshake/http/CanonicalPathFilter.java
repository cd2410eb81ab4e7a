package dev.handshake.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Rejects paths that could be read in more than one way (RFC 3986, section 3.3, without path parameters), so that a
 * filter checking a path and the code serving it never disagree. Request targets with a host are rejected too.
 * Everything after this filter can rely on {@code normalizedPath()}.
 */
@ApplicationScoped
class CanonicalPathFilter {

    private final EarlyErrorSender errorSender;

    CanonicalPathFilter(EarlyErrorSender errorSender) {
        this.errorSender = errorSender;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.CANONICAL_PATH);
    }

    private void handle(RoutingContext request) {
        String path = request.request().path();
        String target = request.request().uri();
        if (target.startsWith("/") && isCanonical(path) && target.indexOf('#') < 0) {
            request.next();
        } else {
            errorSender.sendError(request, bestGuess(path), 400, "The address of the request is invalid.");
        }
    }

    static boolean isCanonical(String path) {
        return path != null
                && path.startsWith("/")
                && !path.contains("//")
                && path.chars().allMatch(each -> each > ' ' && each < 0x7f && each != ';' && each != '\\')
                && hasPlainEscapes(path);
    }

    private static boolean hasPlainEscapes(String path) {
        String small = path.toLowerCase(Locale.ROOT);
        String text = decode(path);
        return text != null
                && !small.contains("%2f")
                && !small.contains("%5c")
                && text.chars().noneMatch(Character::isISOControl)
                && !hasDotSegments(text);
    }

    private static boolean hasDotSegments(String text) {
        String whole = text + "/";
        return whole.contains("/./") || whole.contains("/../");
    }

    /** Decodes the percent-escapes of a path; null if one is broken or the result is not UTF-8. */
    private static String decode(String path) {
        ByteBuffer bytes = ByteBuffer.allocate(path.length());
        for (int at = 0; at < path.length(); at++) {
            if (path.charAt(at) != '%') {
                bytes.put((byte) path.charAt(at));
            } else if (at + 2 < path.length() && hexDigit(path, at + 1) >= 0 && hexDigit(path, at + 2) >= 0) {
                bytes.put((byte) (hexDigit(path, at + 1) * 16 + hexDigit(path, at + 2)));
                at += 2;
            } else {
                return null;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException broken) {
            return null;
        }
    }

    private static int hexDigit(String path, int at) {
        return path.charAt(at) < 0x7f ? Character.digit(path.charAt(at), 16) : -1;
    }

    /** The path a non-canonical one most likely means, to choose the error format: API or page. */
    private static String bestGuess(String path) {
        String text = path == null ? "" : path;
        String readable = text.chars().allMatch(each -> each < 0x7f) ? decode(text) : null;
        Deque<String> segments = new ArrayDeque<>();
        for (String each :
                (readable == null ? text : readable).replace('\\', '/').split("/")) {
            String segment = each.split(";", 2)[0];
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return "/" + String.join("/", segments);
    }
}
