package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Templates isolate every value that people may have typed, so that its right-to-left characters do not reorder the
 * words around it. What is not known to be made by the portal counts as typed: a new property has to be isolated, or
 * named here.
 */
class TemplateBidiTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /**
     * The last part of expressions whose text the portal makes, or that are numbers of accounts or words of its code.
     */
    private static final String MADE_BY_THE_PORTAL =
            "time|moment|day|date|dayOfMonth|id|region|label|bytes|size|(total|cost|omitted|amount|snapshotCost\\(line\\))\\.text|hours|account|owner"
                    + "|member|number|percent|caseNumber|value|toPlainString|apiName|counted\\(.*\\)|capitalized|imageId|sha512|md5"
                    + "|currency|title|urlSegment|message\\(most\\)|shortText|formValue|initial|ordinal|omittedCount"
                    + "|minDisk|minRam|disk|ram|more|members|key|firstRegion|resourceType|before|after|from|to"
                    + "|description|action|byAccount|sender|(flavor|each)\\.name|servers|storage|refusal|counts?|(member|server|waiting)Count|byStatus|modeName|wanted|attempts";

    /** Whole expressions: loop variables over regions, sentences that isolate what they quote, parameters of tags. */
    private static final String WHOLE =
            "each|here|region|it|most|total|waits|title|sentence|help|support|number|base|nested-content"
                    + "|message\\.(text|linkText)|inject:serverCurl\\..*";

    private static final Pattern SAFE = Pattern.compile("(.*\\.)?(" + MADE_BY_THE_PORTAL + ")|" + WHOLE);
    private static final Pattern ISOLATED = Pattern.compile(".*\\.bidiIsolated");
    private static final Pattern EXPRESSION = Pattern.compile("\\{([a-zA-Z][^{}]*)}");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!](?:\\{[^}]*}|\"(?:\\{[^}]*}|[^\"{])*\"|[^>{\"])*>");
    /** Where no element can stand. */
    private static final Pattern PLAIN = Pattern.compile("(?s)\\{#title}(.*?)\\{/title}|<title>(.*?)</title>"
            + "|<option(?:\\{[^}]*}|[^>{])*>(.*?)</option>"
            + "|\\b(?:title|aria-label|data-copy|alt|placeholder)=\"((?:\\{[^}]*}|[^\"{])*)\"");

    private static final Pattern NOT_SHOWN =
            Pattern.compile("(?s)<bdi>.*?</bdi>|<textarea(?:\\{[^}]*}|[^>{])*>.*?</textarea>|\\{!.*?!}");

    @Test
    void everything_typed_stands_in_an_element_of_its_own() throws IOException {
        List<String> open = new ArrayList<>();
        for (Path file : templates()) {
            String shown = NOT_SHOWN
                    .matcher(PLAIN.matcher(Files.readString(file)).replaceAll(""))
                    .replaceAll("");
            find(file, TAG.matcher(shown).replaceAll(""), SAFE, open);
        }
        assertEquals(List.of(), open);
    }

    @Test
    void titles_options_and_labels_isolate_it_by_characters() throws IOException {
        List<String> open = new ArrayList<>();
        for (Path file : templates()) {
            Matcher plain = PLAIN.matcher(Files.readString(file));
            while (plain.find()) {
                find(file, contentOf(plain), Pattern.compile(SAFE + "|" + ISOLATED), open);
            }
        }
        assertEquals(List.of(), open);
    }

    private static String contentOf(Matcher plain) {
        return IntStream.rangeClosed(1, plain.groupCount())
                .mapToObj(plain::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_value_that_nobody_knows_counts_as_typed() {
        List<String> open = new ArrayList<>();
        find(Path.of("new.html"), "{image.nickname} {image.id}", SAFE, open);
        assertEquals(List.of("new.html: {image.nickname}"), open);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(each -> each.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private static void find(Path file, String shown, Pattern safe, List<String> open) {
        EXPRESSION
                .matcher(shown)
                .results()
                .filter(each -> !safe.matcher(each.group(1)).matches())
                .forEach(each -> open.add(file.getFileName() + ": " + each.group()));
    }
}
