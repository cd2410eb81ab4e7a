package dev.handshake.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.PortalTest;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The migration creates usage records for resources that already existed. */
@PortalTest
@AlsoOnH2
class UsageMigrationTest {

    private static final String IMAGE =
            "insert into %s.image (region, id, owner, name, description, operating_system, kind, status, visibility, size,"
                    + " min_disk, min_ram, created_at, created_by, updated_at, staged) values ('DFW', '%s', '1', '%s', '', '',"
                    + " 'IMPORT', '%s', 'SHARED', 7, 0, 0, '2026-01-02 03:04:05+00', 'x', '2026-01-02 03:04:05+00', %s)";
    private static final String MEMBERSHIP =
            "insert into %s.membership (region, image_id, member, owner, status, confirmed, note, contact, offered_at, offered_by,"
                    + " decided_at, image_created_at) values ('DFW', '%s', '%s', '1', '%s', '', '', '', '2026-01-03 00:00:00+00',"
                    + " 'x', '2026-01-04 00:00:00+00', '2026-01-02 03:04:05+00')";

    private static final String SERVER =
            "insert into %s.server (region, id, account, name, state, flavor, vcpus, ram, disk, hourly_price, source_image, source_name,"
                    + " source_owner, source_kind, from_share, size, operating_system, min_disk, min_ram, exportable, created_at,"
                    + " created_by, deleted_at) values ('DFW', '%s', '2', 'web', 'DELETED', 'small', 1, 1, 1, 0.032, '"
                    + UUID.randomUUID()
                    + "', 'active', '1', 'IMPORT', true, 7, '', 0, 0, true, '2026-01-05 00:00:00+00', 'x', '2026-01-06 00:00:00+00')";

    private static final String SPANS =
            "select account || ' ' || owner || ' ' || kind || ' ' || name || ' ' || what || ' ' || size, since, until"
                    + " from %s.usage_span order by name, account";

    @Inject
    AgroalDataSource database;

    @Test
    void images_with_data_accepted_shares_and_servers_are_on_the_bill_since_they_are_there() throws SQLException {
        String schema = "before_" + UUID.randomUUID().toString().substring(0, 8);
        migrate(schema, "5?");
        run(before(schema));
        migrate(schema, "latest");
        assertEquals(
                List.of(
                        "1 1 STORAGE active import 7 2026-01-02 9999-01-01",
                        "2 1 SHARE active import 7 2026-01-04 9999-01-01",
                        "1 1 STORAGE away import 7 2026-01-02 9999-01-01",
                        "1 1 STORAGE staged import 7 2026-01-02 9999-01-01",
                        "2 2 SERVER web small 0 2026-01-05 2026-01-06"),
                spans(schema));
        run(List.of("drop schema " + schema + " cascade"));
    }

    private static List<String> before(String schema) {
        UUID active = UUID.randomUUID();
        return List.of(
                IMAGE.formatted(schema, active, "active", "ACTIVE", false),
                IMAGE.formatted(schema, UUID.randomUUID(), "away", "DEACTIVATED", false),
                IMAGE.formatted(schema, UUID.randomUUID(), "staged", "QUEUED", true),
                IMAGE.formatted(schema, UUID.randomUUID(), "hollow", "QUEUED", false),
                MEMBERSHIP.formatted(schema, active, "2", "ACCEPTED"),
                MEMBERSHIP.formatted(schema, active, "3", "REJECTED"),
                SERVER.formatted(schema, UUID.randomUUID()));
    }

    private void migrate(String schema, String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .target(version)
                .load()
                .migrate();
    }

    private void run(List<String> commands) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private List<String> spans(String schema) throws SQLException {
        List<String> spans = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SPANS.formatted(schema))) {
            while (rows.next()) {
                spans.add(rows.getString(1) + " " + date(rows, 2) + " " + date(rows, 3));
            }
        }
        return spans;
    }

    private static LocalDate date(ResultSet rows, int column) throws SQLException {
        return LocalDate.ofInstant(rows.getObject(column, OffsetDateTime.class).toInstant(), ZoneOffset.UTC);
    }
}
