package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
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

/** Text typed by users never appears in the log, whether it was accepted or refused. */
@PortalTest
@AlsoOnH2
class UserInputNotLoggedTest {

    private static final String TEXT_COLUMNS = """
            select table_name, column_name from information_schema.columns
             where table_schema = 'public' and lower(data_type) in ('character varying', 'text', 'character large object')
               and table_name <> 'flyway_schema_history'
            """;

    @Inject
    DataSource database;

    private final String typed = "whispered" + Cast.newAccountNumber();
    private final Fixtures fixtures = new Fixtures();
    private final Map<TestUser, RouteClient> clients = new HashMap<>();
    private final TestUser operator =
            Cast.newUser("Opal", Cast.newAccountNumber(), Role.ADMIN).withClaim("role", List.of("operator", "admin"));

    @Test
    void whatever_the_portal_does_with_it() {
        try (LogCapture log = new LogCapture()) {
            submitEverywhere();
            sendTooLarge("/DFW/offer-batches/reviews?note=" + typed);
            assertEquals(-1, log.text().indexOf(typed), () -> excerpt(log.text()));
        }
    }

    /** Adds database constraints that refuse every value with the word, so that the driver reports the whole row. */
    @Test
    void nor_what_the_database_refuses() throws Exception {
        Map<String, String> rules = new LinkedHashMap<>();
        try (LogCapture log = new LogCapture()) {
            addRefusingConstraints(rules);
            List<Integer> statuses = submitEverywhere();
            String written = log.text();
            assertTrue(statuses.stream().filter(each -> each == 409).count() > 20, statuses::toString);
            assertTrue(written.contains("CONFLICT: "), "the database refused something");
            assertEquals(-1, written.indexOf(typed), () -> excerpt(written));
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
        TestUser consumer = cast.consumer.withClaim("email", "refused-" + typed + "@mail.example");
        consumer.posts("/DFW/notifications/settings/mails").is(200);
        try (LogCapture log = new LogCapture()) {
            cast.pending("mailed");
            String written =
                    Eventually.get(log::text, text -> text.contains("was not taken: the mail server answered 550"));
            assertEquals(-1, written.indexOf(typed), () -> excerpt(written));
        }
    }

    private void addRefusingConstraints(Map<String, String> rules) throws SQLException {
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

    /** Sends the word in every input of every route. */
    private List<Integer> submitEverywhere() {
        List<Integer> statuses = new ArrayList<>();
        for (RouteExpectation route : RouteExpectation.loadAll().values()) {
            InputInjector inputInjector = new InputInjector(route, fixtures, typed);
            inputInjector.paths().forEach(each -> statuses.add(send(route, each, fixtures.fillIn(route.body()))));
            inputInjector.bodies().forEach(each -> statuses.add(send(route, route.path(fixtures), each)));
        }
        return statuses;
    }

    private int send(RouteExpectation route, String address, String body) {
        TestUser testUser =
                route.route().path().contains("/abuse-reports") ? operator : fixtures.adminOf(route.resource());
        return clients.computeIfAbsent(testUser, RouteClient::forUser)
                .call(route, address, body)
                .status();
    }

    private void sendTooLarge(String target) {
        String body = "\r\n200000\r\n" + "x".repeat(0x200000) + "\r\n0\r\n\r\n";
        List<String> headers = List.of(
                "Cookie: " + ConcurrentRequests.sessionCookies(fixtures.cast.producer),
                "Content-Type: application/x-www-form-urlencoded",
                "Transfer-Encoding: chunked");
        RawHttp.send((RawHttp.head("POST", target, headers) + body).getBytes(StandardCharsets.UTF_8));
    }

    private String excerpt(String written) {
        int there = written.indexOf(typed);
        return written.substring(Math.max(0, there - 2_000), Math.min(written.length(), there + 500));
    }
}
