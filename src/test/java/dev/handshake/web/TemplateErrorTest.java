package dev.handshake.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first wrong field of a refused form has the focus, so every field that can be wrong asks for it. */
class TemplateErrorTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** An error below a field. */
    private static final Pattern ERROR = Pattern.compile("\\{#error (\\S+) id='([^']*)' /}");
    /** About the account, not about a field. */
    private static final String QUOTA = "quota-error";

    @Test
    void every_field_with_an_error_asks_for_the_focus() throws IOException {
        List<String> without = new ArrayList<>();
        int errors = 0;
        for (Path file : templates()) {
            String template = Files.readString(file);
            for (MatchResult error : ERROR.matcher(template).results().toList()) {
                errors++;
                boolean isWithout = !template.contains("{#wrong " + error.group(1) + " /}");
                if (isWithout && !error.group(2).equals(QUOTA)) {
                    without.add(file.getFileName() + ": " + error.group());
                }
            }
        }
        assertEquals(List.of(), without);
        assertTrue(errors > 15, "few: " + errors);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(each -> each.toString().endsWith(".html")).toList();
        }
    }
}
