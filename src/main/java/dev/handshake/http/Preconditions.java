package dev.handshake.http;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The conditional headers of a request: {@code If-Match}, {@code If-None-Match} and {@code If-Range}, evaluated in the
 * order of RFC 9110, section 13.2.2. Modification times are not supported, so a date in {@code If-Range} never matches.
 *
 * @param entityTag the current ETag, strong and quoted; null if there is no data
 */
record Preconditions(HttpHeaders headers, String entityTag) {

    private static final String ANY = "*";
    private static final String WEAK = "W/";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*+\"");

    /** @throws RefusedException {@link Reason#PRECONDITION_FAILED} */
    void requireMatch() {
        Optional<String> named = header(HttpHeaders.IF_MATCH);
        if (named.isPresent()
                && (entityTag == null
                        || !isAny(named.get()) && !entityTags(named.get()).contains(entityTag))) {
            throw new RefusedException(Reason.PRECONDITION_FAILED);
        }
    }

    /** Whether the client already has the data. A proxy may have weakened the tag, so weak tags match too. */
    boolean isNotModified() {
        return header(HttpHeaders.IF_NONE_MATCH)
                .filter(named -> isAny(named)
                        || entityTags(named).stream()
                                .map(each -> each.startsWith(WEAK) ? each.substring(WEAK.length()) : each)
                                .anyMatch(entityTag::equals))
                .isPresent();
    }

    /** The {@code Range} header to apply, or null. */
    String range() {
        boolean holds =
                header("If-Range").map(String::strip).map(entityTag::equals).orElse(true);
        return holds ? headers.getHeaderString("Range") : null;
    }

    private Optional<String> header(String header) {
        return Optional.ofNullable(headers.getHeaderString(header));
    }

    private static boolean isAny(String named) {
        return named.strip().equals(ANY);
    }

    private static List<String> entityTags(String named) {
        return TAG.matcher(named).results().map(MatchResult::group).toList();
    }
}
