package dev.handshake.security.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No input makes one of the portal's regular expressions backtrack excessively or overflow the stack. */
class RegexBacktrackingTest {

    /** The operator's pattern, of which AccountNumbers limits the reads; and names of settings, read at start. */
    private static final Set<String> NOT_CONSTANT =
            Set.of("dev/handshake/config/SettingConverters$RegularExpression", "dev/handshake/config/VariableCheck");

    private static final List<RegexScanner.RegexUse> REGEX_USES = RegexScanner.scan();

    @Test
    void every_pattern_takes_what_is_hostile_in_one_go() {
        assertTrue(REGEX_USES.size() > 50, REGEX_USES.size() + " patterns");
        List<String> slow = REGEX_USES.parallelStream()
                .filter(each -> each.pattern() != null)
                .flatMap(each -> new RegexProbe(each.pattern(), each.isSearched())
                        .findSlowInput().map(text -> each.className() + " " + each.pattern() + "\n  " + text).stream())
                .toList();
        assertEquals(List.of(), slow, () -> String.join("\n", slow));
    }

    /** A pattern built at run time escapes this test: it must be bounded, and tested, where it is used. */
    @Test
    void every_other_pattern_is_known() {
        assertEquals(
                NOT_CONSTANT,
                Set.copyOf(REGEX_USES.stream()
                        .filter(each -> each.pattern() == null)
                        .map(RegexScanner.RegexUse::className)
                        .toList()));
    }

    @Test
    void the_probe_finds_the_ways_in_which_patterns_fail() {
        for (String bad : List.of(
                "[^;]+(;\\s*(q=[01]?(\\.[0-9]{0,3})?|(?!q=)[^=;]+=[^;]+)\\s*)*",
                "(a|b)*c",
                "(x+x+)+y",
                "\\s*,?\\s*,\\s*\\w",
                "/[^/]+/v2/(.*)/(.*)/(.*)file")) {
            assertTrue(
                    new RegexProbe(Pattern.compile(bad), false).findSlowInput().isPresent(), bad);
        }
        for (String bad : List.of("\\s+$", "[^?#]*#", "/+(v3/*)?$")) {
            assertTrue(
                    new RegexProbe(Pattern.compile(bad), true).findSlowInput().isPresent(), bad);
            assertFalse(
                    new RegexProbe(Pattern.compile(bad), false).findSlowInput().isPresent(), bad);
        }
        assertFalse(new RegexProbe(Pattern.compile("/[^/]+/(v2/images|exports)/(.*/)?(file|data)"), false)
                .findSlowInput()
                .isPresent());
    }
}
