package dev.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** During a rolling upgrade, the previous release runs on the new schema, so migrations may only add. */
class MigrationCompatibilityTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path ON_POSTGRESQL = Path.of("src/main/resources/db/postgresql");
    private static final Pattern NAME = Pattern.compile("V(\\d+)(_\\d+)?__.*\\.sql");
    /** Earlier migrations predate the first release. */
    private static final int FIRST_RELEASE = 15;

    private static final Pattern NEW_TABLE = Pattern.compile("create table (\\w+) .*");
    private static final Pattern ADDITION = Pattern.compile("create (sequence|index) .*");
    private static final Pattern UNIQUE = Pattern.compile("create unique index \\w+ on (\\w+) .*");
    private static final Pattern ALTERED = Pattern.compile("alter table (\\w+) add column (.*)");

    @SuppressWarnings("StreamResourceLeak") // closed by JUnit
    static Stream<Path> migrations() throws IOException {
        return Stream.concat(
                Stream.concat(Files.list(MIGRATIONS), Files.list(ON_POSTGRESQL))
                        .filter(each -> version(each) > FIRST_RELEASE),
                Files.list(Path.of("src/test/resources/db/next")));
    }

    private static int version(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        assertTrue(name.matches(), file.toString());
        return Integer.parseInt(name.group(1));
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void a_migration_only_adds(Path file) throws IOException {
        assertEquals(List.of(), incompatibleStatements(Files.readString(file)), file.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table image",
                "drop index image_by_name",
                "alter table image drop column name",
                "alter table image rename column name to title",
                "alter table image alter column name type text",
                "alter table image alter column description set not null",
                "alter table image add column weight integer not null",
                "alter table image add column a integer, drop column b",
                "alter table image add column weight integer default 0 check (weight > 0)",
                "alter table image add column twin uuid references image (id)",
                "alter table image add column code varchar(9) unique",
                "alter table image add constraint named check (name <> '')",
                "create unique index one_name on image (region, name)",
                "create trigger busy before insert on image execute procedure busy()",
                "delete from history",
                "update image set name = ''",
                "truncate history"
            })
    void what_the_release_before_would_stumble_over_is_found(String statement) {
        assertEquals(1, incompatibleStatements(statement + ";").size());
    }

    @Test
    void a_new_table_may_be_as_strict_as_it_likes() {
        String table = "create table thing (id uuid not null unique, image uuid references image);";
        assertEquals(
                List.of(), incompatibleStatements(table + "create unique index one on thing (image); -- drop it?"));
        assertFalse(
                incompatibleStatements("create unique index one on thing (image);" + table)
                        .isEmpty(),
                "it comes later");
    }

    private static List<String> incompatibleStatements(String sql) {
        Set<String> made = new HashSet<>();
        return Stream.of(sql.replaceAll("--[^\n]*", "").split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty() && !isAddition(statement, made))
                .toList();
    }

    /** @param made tables created in the same migration */
    private static boolean isAddition(String statement, Set<String> made) {
        Matcher table = NEW_TABLE.matcher(statement);
        if (table.matches()) {
            return made.add(table.group(1));
        }
        Matcher unique = UNIQUE.matcher(statement);
        Matcher altered = ALTERED.matcher(statement);
        return ADDITION.matcher(statement).matches()
                || unique.matches() && made.contains(unique.group(1))
                || altered.matches() && (made.contains(altered.group(1)) || isHarmless(altered.group(2)));
    }

    /** Rows can be written without the column, and no existing row violates it. */
    private static boolean isHarmless(String column) {
        boolean isFilled = !column.contains("not null") || column.contains(" default ");
        return isFilled
                && !column.matches(".*\\b(check|unique|references|primary|drop|alter|rename|add|constraint)\\b.*");
    }
}
