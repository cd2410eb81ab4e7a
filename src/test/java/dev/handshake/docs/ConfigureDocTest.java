package dev.handshake.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.docs.SettingsTable.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** src/docs/configure.md has exactly one row for each setting of the portal, with its default and meaning. */
class ConfigureDocTest {

    private final List<Row> rows = SettingsTable.read();
    private final Map<String, String> defaults = Settings.find();

    ConfigureDocTest() throws IOException {}

    @Test
    void every_setting_has_one_row() {
        List<String> unfound = new ArrayList<>(defaults.keySet());
        rows.forEach(row -> unfound.remove(row.setting()));
        assertEquals(List.of(), unfound, "settings without a row");
    }

    @Test
    void every_row_is_of_a_setting_and_of_another_one() {
        List<String> unknown = new ArrayList<>(rows.stream().map(Row::setting).toList());
        defaults.keySet().forEach(unknown::remove);
        assertEquals(List.of(), unknown, "rows of no setting, or of one that has a row already");
    }

    @Test
    void every_row_has_the_default_of_its_setting() {
        List<String> wrong = rows.stream()
                .filter(row -> !sortIfChosen(row).equals(defaults.get(row.setting())))
                .map(row -> row.setting() + ": not " + row.defaultValue() + " but " + defaults.get(row.setting()))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_row_says_what_its_setting_means() {
        assertEquals(
                List.of(), rows.stream().filter(row -> row.meaning().isEmpty()).toList());
    }

    /** Placeholder values may be documented in any order. */
    private static String sortIfChosen(Row row) {
        return row.setting().contains("*")
                ? Stream.of(row.defaultValue().split(", ", -1)).sorted().collect(Collectors.joining(", "))
                : row.defaultValue();
    }
}
