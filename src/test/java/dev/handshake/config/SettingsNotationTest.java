package dev.handshake.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How durations and sizes are written in the properties files. */
class SettingsNotationTest {

    private static final Pattern AMOUNT =
            Pattern.compile("(?i)(?<name>[^#=]+)=(?<value>P[0-9T].*|[0-9.]+ ?([kmgt]i?b?|ms|[smhd]))");
    private static final Pattern SIZE = Pattern.compile(".*(size|storage|-length)");

    @Test
    void durations_and_sizes_are_written_in_one_way() throws IOException {
        int found = 0;
        for (String file : List.of("application", "application-dev", "application-test")) {
            for (String line : Files.readAllLines(Path.of("src/main/resources/" + file + ".properties"))) {
                Matcher amount = AMOUNT.matcher(line);
                if (amount.matches()) {
                    String units = SIZE.matcher(amount.group("name")).matches() ? "[KMGT]?" : "ms|[smhd]";
                    assertTrue(amount.group("value").matches("[0-9]+(" + units + ")"), line);
                    found++;
                }
            }
        }
        assertTrue(found > 40, () -> "too few are found");
    }
}
