package dev.handshake.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of the API page verifies what the portal signs. */
class WebhookDocTest {

    private static final String PYTHON = "/usr/bin/python3";

    private final String page = read();

    @Test
    void its_values_belong_together() {
        assertEquals(
                value("`webhook-signature`"),
                WebhookSecret.sign(
                        value("secret"),
                        value("`webhook-id`"),
                        Long.parseLong(value("`webhook-timestamp`")),
                        value("body")));
    }

    @Test
    void its_program_accepts_them_and_nothing_else() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)));
        String headers = "{'webhook-id': '%s', 'webhook-timestamp': '%s', 'webhook-signature': 'v1,eA== %s'}"
                .formatted(value("`webhook-id`"), value("`webhook-timestamp`"), value("`webhook-signature`"));
        String call = "is_valid('%s', %s, b'%s%s', %s)";
        List<String> calls = List.of(
                call.formatted(value("secret"), headers, value("body"), "", "1614265330"),
                "not " + call.formatted(value("secret"), headers, value("body"), " ", "1614265330"),
                "not " + call.formatted(value("secret"), headers, value("body"), "", "1614265700"));
        String program = program() + "assert " + String.join(" and ", calls) + "\n";
        Process python = new ProcessBuilder(PYTHON, "-c", program).inheritIO().start();
        assertTrue(python.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, python.exitValue());
    }

    private String value(String what) {
        return find("\\| " + what + " \\| `([^`]+)` \\|");
    }

    private String program() {
        return find("(?s)```python\n(.*?)```");
    }

    private String find(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertTrue(found.find(), pattern);
        return found.group(1);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/docs/api.md"));
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
