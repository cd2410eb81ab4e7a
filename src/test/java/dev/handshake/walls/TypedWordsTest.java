package dev.handshake.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Patience;
import dev.handshake.Person;
import dev.handshake.PortalTest;
import dev.handshake.Rush;
import dev.handshake.account.Role;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** No word that somebody typed stands in the log: not where it was taken, not where it was refused. */
@PortalTest
class TypedWordsTest {

    private static final String TEXT_COLUMNS = """
            select table_name, column_name from information_schema.columns
             where table_schema = 'public' and lower(data_type) in ('character varying', 'text', 'character large object')
               and table_name <> 'flyway_schema_history'
            """;

    @Inject
    DataSource database;

    private final String typed = "whispered" + Cast.number();
    private final Things things = new Things();
    private final Map<Person, Walker> walkers = new HashMap<>();
    private final Person operator =
            Cast.person("Opal", Cast.number(), Role.ADMIN).claiming("role", List.of("operator", "admin"));

    @Test
    void whatever_the_portal_does_with_it() {
        try (Log log = new Log()) {
            typesEverywhere();
            tooLarge("/DFW/offerings/reviews?note=" + typed);
            assertEquals(-1, log.text().indexOf(typed), () -> around(log.text()));
        }
    }

    /**
     * Every value that has the word in it breaks a rule of the database itself, which its driver tells of with the row.
     */
    @Test
    void nor_what_the_database_refuses() throws Exception {
        Map<String, String> rules = new LinkedHashMap<>();
        try (Log log = new Log()) {
            refuseEverywhere(rules);
            List<Integer> statuses = typesEverywhere();
            String written = log.text();
            assertTrue(statuses.stream().filter(each -> each == 409).count() > 20, statuses::toString);
            assertTrue(written.contains("CONFLICT: "), "the database refused something");
            assertEquals(-1, written.indexOf(typed), () -> around(written));
            assertFalse(written.contains("\tat "), () -> "a conflict is an everyday matter: " + written);
        } finally {
            for (Map.Entry<String, String> rule : rules.entrySet()) {
                execute("alter table \"%s\" drop constraint %s".formatted(rule.getValue(), rule.getKey()));
            }
        }
    }

    @Test
    void nor_the_address_that_a_mail_server_quotes() {
        Cast cast = new Cast();
        Person consumer = cast.consumer.claiming("email", "refused-" + typed + "@mail.example");
        consumer.posts("/DFW/notices/wishes/mails").is(200);
        try (Log log = new Log()) {
            cast.pending("mailed");
            String written =
                    Patience.until(log::text, text -> text.contains("was not taken: the mail server answered 550"));
            assertEquals(-1, written.indexOf(typed), () -> around(written));
        }
    }

    private void refuseEverywhere(Map<String, String> rules) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet column = statement.executeQuery(TEXT_COLUMNS)) {
            while (column.next()) {
                String rule = "typed_" + rules.size();
                String table = column.getString(1);
                String name = column.getString(2);
                execute("alter table \"%s\" add constraint %s check (\"%s\" not like '%%%s%%')"
                        .formatted(table, rule, name, typed));
                rules.put(rule, table);
            }
        }
        assertTrue(rules.size() > 30, rules::toString);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** In the place of each value that a route takes, and of all that any other takes. */
    private List<Integer> typesEverywhere() {
        List<Integer> statuses = new ArrayList<>();
        for (Expected route : Expected.all().values()) {
            Typing typing = new Typing(route, things, typed);
            typing.addresses().forEach(each -> statuses.add(send(route, each, things.fill(route.body()))));
            typing.bodies().forEach(each -> statuses.add(send(route, route.address(things), each)));
        }
        return statuses;
    }

    private int send(Expected route, String address, String body) {
        Person person = route.route().address().contains("/desk") ? operator : things.adminOf(route.thing());
        return walkers.computeIfAbsent(person, Walker::of)
                .tries(route, address, body)
                .status();
    }

    private void tooLarge(String target) {
        String body = "\r\n200000\r\n" + "x".repeat(0x200000) + "\r\n0\r\n\r\n";
        List<String> headers = List.of(
                "Cookie: " + Rush.cookies(things.cast.producer),
                "Content-Type: application/x-www-form-urlencoded",
                "Transfer-Encoding: chunked");
        Wire.send((Wire.head("POST", target, headers) + body).getBytes(StandardCharsets.UTF_8));
    }

    private String around(String written) {
        int there = written.indexOf(typed);
        return written.substring(Math.max(0, there - 2_000), Math.min(written.length(), there + 500));
    }
}
