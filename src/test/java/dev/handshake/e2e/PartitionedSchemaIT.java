package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Partitions the schema by region with the script for operators. */
class PartitionedSchemaIT {

    private static final Path SCRIPT = Path.of("src/main/scripts/partition.sql");

    private static final String MEMBERSHIP =
            "insert into membership (region, image_id, member, owner, status, confirmed, note, contact, offered_at, offered_by,"
                    + " image_created_at) values ('%s', '%s', '%s', '%s', 'PENDING', '', '', '', now(), 'x', now())";

    /** Tables whose key starts with the region but that are not partitioned. */
    private static final String UNPARTITIONED =
            "select distinct relname from pg_class c join pg_index on indrelid = c.oid and indisprimary"
                    + " join pg_attribute on attrelid = c.oid and attnum = indkey[0] and attname = 'region'"
                    + " where relkind = 'r' and not relispartition order by relname";

    @Test
    void the_portal_finds_everything_as_it_was_and_so_does_a_later_migration() throws Exception {
        try (PackagedEnvironment packagedEnvironment = new PackagedEnvironment(Map.of());
                PackagedPortal portal = packagedEnvironment.startPortal()) {
            RestartablePostgres restartablePostgres = packagedEnvironment.database();
            HandshakeScenario here = new HandshakeScenario(packagedEnvironment, portal, "DFW");
            HandshakeScenario there = new HandshakeScenario(packagedEnvironment, portal, "ORD");
            here.run();
            UUID image = here.share();
            portal.terminate();
            assertKeepsEverything(restartablePostgres);
            portal.restart();
            assertTrue(here.isShared(image));
            here.run();
            there.run();
            assertEquals(1, restartablePostgres.migrateToNextRelease(), "the next release's alone");
            here.run();
            there.share();
            assertEquals(
                    List.of("next_thing", "report", "report_step"), restartablePostgres.queryColumn(UNPARTITIONED));
            assertNotEquals("0", rows(restartablePostgres, "membership_elsewhere"));
            portal.terminate(); // its rounds and the script could wait for each other's tables
            assertKeepsEverything(restartablePostgres, "ORD");
            portal.restart();
            assertEquals(List.of("report", "report_step"), restartablePostgres.queryColumn(UNPARTITIONED));
            assertEquals("0", rows(restartablePostgres, "membership_elsewhere"));
            assertEquals("1", rows(restartablePostgres, "membership_in_ord"));
            there.run();
            assertEquals(List.of(), portal.errorLines());
        }
    }

    @Test
    void the_database_holds_region_and_owner_of_a_membership_in_every_partition() throws Exception {
        try (RestartablePostgres restartablePostgres = new RestartablePostgres()) {
            restartablePostgres.migrateToThisRelease();
            partition(restartablePostgres, "DFW", "ORD");
            for (String region : List.of("DFW", "LON")) {
                UUID image = UUID.randomUUID();
                restartablePostgres.execute(image(region, image), MEMBERSHIP.formatted(region, image, "4711", "1"));
                for (String wrong : List.of(
                        MEMBERSHIP.formatted("ORD", image, "4712", "1"),
                        MEMBERSHIP.formatted("SYD", image, "4712", "1"),
                        MEMBERSHIP.formatted(region, image, "4712", "2"),
                        MEMBERSHIP.formatted(region, image, "1", "1"),
                        MEMBERSHIP.formatted(region, image, "4711", "1"),
                        "update membership set region = 'ORD' where region = '" + region + "'",
                        "update image set owner = '2' where region = '" + region + "'")) {
                    assertThrows(SQLException.class, () -> restartablePostgres.execute(wrong), wrong);
                }
                restartablePostgres.execute("delete from image where region = '" + region + "'");
                assertEquals("0", rows(restartablePostgres, "membership"));
            }
        }
    }

    @Test
    void whatever_it_cannot_keep_it_refuses_and_leaves_all_as_it_is() throws Exception {
        try (RestartablePostgres restartablePostgres = new RestartablePostgres()) {
            assertRefuses(restartablePostgres, "a portal has to make its schema first");
            restartablePostgres.migrateToThisRelease();
            restartablePostgres.execute(
                    "create role reader",
                    "grant select on image to reader",
                    "alter table history set (fillfactor = 90)");
            assertRefuses(restartablePostgres, "take them off first, from {history}");
            restartablePostgres.execute("alter table history reset (fillfactor)");
            assertKeepsEverything(restartablePostgres);
            assertRefuses(restartablePostgres, "nothing to do");
            assertKeepsEverything(restartablePostgres, "DFW");
            assertRefuses(restartablePostgres, "nothing to do", "DFW");
        }
    }

    private static void assertKeepsEverything(RestartablePostgres restartablePostgres, String... regions)
            throws Exception {
        SchemaInspector schemaInspector = new SchemaInspector(restartablePostgres);
        List<String> said = schemaInspector.definitions();
        Map<String, String> rows = schemaInspector.rowDigests();
        partition(restartablePostgres, regions);
        assertEquals(said, schemaInspector.definitions());
        assertEquals(rows, schemaInspector.rowDigests());
    }

    private static void assertRefuses(RestartablePostgres restartablePostgres, String why, String... regions)
            throws Exception {
        SchemaInspector schemaInspector = new SchemaInspector(restartablePostgres);
        List<String> said = schemaInspector.definitions();
        SQLException refused = assertThrows(SQLException.class, () -> partition(restartablePostgres, regions));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
        assertEquals(said, schemaInspector.definitions());
    }

    private static void partition(RestartablePostgres restartablePostgres, String... regions) throws Exception {
        restartablePostgres.execute(
                "set handshake.regions = '" + String.join(",", regions) + "'", Files.readString(SCRIPT));
    }

    private static String rows(RestartablePostgres restartablePostgres, String table) throws SQLException {
        return restartablePostgres.queryColumn("select count(*) from " + table).get(0);
    }

    private static String image(String region, UUID id) {
        return "insert into image (region, id, owner, name, description, operating_system, kind, status, visibility, size, min_disk,"
                + " min_ram, created_at, created_by, updated_at) values ('" + region + "', '" + id
                + "', '1', 'one', '', '',"
                + " 'IMPORT', 'QUEUED', 'SHARED', 0, 0, 0, now(), 'x', now())";
    }
}
