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

/** An operator partitions the schema by region. */
class PartitionsIT {

    private static final Path SCRIPT = Path.of("src/main/scripts/partition.sql");

    private static final String MEMBERSHIP =
            "insert into membership (region, image_id, member, owner, status, confirmed, note, contact, offered_at, offered_by,"
                    + " image_created_at) values ('%s', '%s', '%s', '%s', 'PENDING', '', '', '', now(), 'x', now())";

    /** Tables whose key region leads, and that stay as they are. */
    private static final String WHOLE =
            "select distinct relname from pg_class c join pg_index on indrelid = c.oid and indisprimary"
                    + " join pg_attribute on attrelid = c.oid and attnum = indkey[0] and attname = 'region'"
                    + " where relkind = 'r' and not relispartition order by relname";

    @Test
    void the_portal_finds_everything_as_it_was_and_so_does_a_later_migration() throws Exception {
        try (Site site = new Site(Map.of());
                PackagedPortal portal = site.portal()) {
            Database database = site.database();
            Round here = new Round(site, portal, "DFW");
            Round there = new Round(site, portal, "ORD");
            here.play();
            UUID image = here.share();
            portal.end();
            keepsEverything(database);
            portal.startAgain();
            assertTrue(here.isShared(image));
            here.play();
            there.play();
            assertEquals(1, database.migrate(Database.THIS, Database.NEXT), "the next release's alone");
            here.play();
            there.share();
            assertEquals(List.of("next_thing", "report", "report_step"), database.column(WHOLE));
            assertNotEquals("0", rows(database, "membership_elsewhere"));
            keepsEverything(database, "ORD");
            assertEquals(List.of("report", "report_step"), database.column(WHOLE));
            assertEquals("0", rows(database, "membership_elsewhere"));
            assertEquals("1", rows(database, "membership_in_ord"));
            there.play();
            assertEquals(List.of(), portal.troubles());
        }
    }

    @Test
    void the_database_holds_region_and_owner_of_a_membership_in_every_partition() throws Exception {
        try (Database database = new Database()) {
            database.migrate(Database.THIS);
            partition(database, "DFW", "ORD");
            for (String region : List.of("DFW", "LON")) {
                UUID image = UUID.randomUUID();
                database.run(image(region, image), MEMBERSHIP.formatted(region, image, "4711", "1"));
                for (String wrong : List.of(
                        MEMBERSHIP.formatted("ORD", image, "4712", "1"),
                        MEMBERSHIP.formatted("SYD", image, "4712", "1"),
                        MEMBERSHIP.formatted(region, image, "4712", "2"),
                        MEMBERSHIP.formatted(region, image, "1", "1"),
                        MEMBERSHIP.formatted(region, image, "4711", "1"),
                        "update membership set region = 'ORD' where region = '" + region + "'",
                        "update image set owner = '2' where region = '" + region + "'")) {
                    assertThrows(SQLException.class, () -> database.run(wrong), wrong);
                }
                database.run("delete from image where region = '" + region + "'");
                assertEquals("0", rows(database, "membership"));
            }
        }
    }

    @Test
    void whatever_it_cannot_keep_it_refuses_and_leaves_all_as_it_is() throws Exception {
        try (Database database = new Database()) {
            refuses(database, "a portal has to make its schema first");
            database.migrate(Database.THIS);
            database.run(
                    "create role reader",
                    "grant select on image to reader",
                    "alter table history set (fillfactor = 90)");
            refuses(database, "take them off first, from {history}");
            database.run("alter table history reset (fillfactor)");
            keepsEverything(database);
            refuses(database, "nothing to do");
            keepsEverything(database, "DFW");
            refuses(database, "nothing to do", "DFW");
        }
    }

    private static void keepsEverything(Database database, String... regions) throws Exception {
        Catalog catalog = new Catalog(database);
        List<String> said = catalog.says();
        Map<String, String> rows = catalog.rows();
        partition(database, regions);
        assertEquals(said, catalog.says());
        assertEquals(rows, catalog.rows());
    }

    private static void refuses(Database database, String why, String... regions) throws Exception {
        Catalog catalog = new Catalog(database);
        List<String> said = catalog.says();
        SQLException refused = assertThrows(SQLException.class, () -> partition(database, regions));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
        assertEquals(said, catalog.says());
    }

    private static void partition(Database database, String... regions) throws Exception {
        database.run("set handshake.regions = '" + String.join(",", regions) + "'", Files.readString(SCRIPT));
    }

    private static String rows(Database database, String table) throws SQLException {
        return database.column("select count(*) from " + table).get(0);
    }

    private static String image(String region, UUID id) {
        return "insert into image (region, id, owner, name, description, operating_system, kind, status, visibility, size, min_disk,"
                + " min_ram, created_at, created_by, updated_at) values ('" + region + "', '" + id
                + "', '1', 'one', '', '',"
                + " 'IMPORT', 'QUEUED', 'SHARED', 0, 0, 0, now(), 'x', now())";
    }
}
