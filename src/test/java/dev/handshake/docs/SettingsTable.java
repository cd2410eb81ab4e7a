package dev.handshake.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows about {@code handshake.*} settings in configure.md. */
class SettingsTable {

    /** @param setting its name, with {@code *} for each part chosen by the operator */
    record Row(String setting, String defaultValue, String meaning) {}

    private static final Path FILE = Path.of("src/docs/configure.md");
    private static final Pattern ROW = Pattern.compile("\\| `(handshake\\.[^`]+)`([^|]*)\\|([^|]*)\\|(.*)\\|");
    private static final Pattern CHOSEN_PART = Pattern.compile("\"?\\b[A-Z]+\\b\"?");

    static List<Row> read() throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(SettingsTable::row)
                    .toList();
        }
    }

    private static Row row(Matcher cells) {
        if (!cells.group(2).isBlank()) {
            throw new IllegalStateException("One setting a row: " + cells.group());
        }
        return new Row(
                CHOSEN_PART.matcher(cells.group(1)).replaceAll("*"),
                cells.group(3).replace("`", "").trim(),
                cells.group(4).trim());
    }

    private SettingsTable() {}
}
