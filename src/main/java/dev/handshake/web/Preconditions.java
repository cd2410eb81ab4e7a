package dev.handshake.web;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a request makes its answer depend on: {@code If-Match}, {@code If-None-Match} and {@code If-Range}, in the order
 * of RFC 9110, 13.2.2. There are no times of change to compare, so a date in {@code If-Range} never holds.
 *
 * @param tag of what there is, strong and in its quotes; null where there is nothing
 */
record Preconditions(HttpHeaders asked, String tag) {

    private static final String ANY = "*";
    private static final String WEAK = "W/";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*+\"");

    /** @throws Refused {@link Reason#DATA_NOT_MATCHED} */
    void mustMatch() {
        Optional<String> named = named(HttpHeaders.IF_MATCH);
        if (named.isPresent()
                && (tag == null || !isAny(named.get()) && !tags(named.get()).contains(tag))) {
            throw new Refused(Reason.DATA_NOT_MATCHED);
        }
    }

    /** Whether who asks has it already; a proxy may have weakened the tag. */
    boolean isKnown() {
        return named(HttpHeaders.IF_NONE_MATCH)
                .filter(named -> isAny(named)
                        || tags(named).stream()
                                .map(each -> each.startsWith(WEAK) ? each.substring(WEAK.length()) : each)
                                .anyMatch(tag::equals))
                .isPresent();
    }

    /** The {@code Range} that counts, or null. */
    String range() {
        boolean holds = named("If-Range").map(String::strip).map(tag::equals).orElse(true);
        return holds ? asked.getHeaderString("Range") : null;
    }

    private Optional<String> named(String header) {
        return Optional.ofNullable(asked.getHeaderString(header));
    }

    private static boolean isAny(String named) {
        return named.strip().equals(ANY);
    }

    private static List<String> tags(String named) {
        return TAG.matcher(named).results().map(MatchResult::group).toList();
    }
}
