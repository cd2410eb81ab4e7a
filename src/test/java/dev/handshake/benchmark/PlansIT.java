package dev.handshake.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL finds what pages, calls and changes ask for, once there is much of it: by an index, always; and where
 * an operator partitioned the tables, in the partitions of one region. The portal is heard once, the plans are made on
 * both.
 */
class PlansIT {

    private static final long IMAGES = 20_000;

    private static final String OWNER = Account.common(0);
    private static final String CONSUMER = Account.great(0);

    private static People people;
    private static Database database;
    private static Database partitioned;
    private static Portal portal;

    @BeforeAll
    static void begin() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/plans"));
        people = new People();
        database = Database.start(folder);
        try (Portal first = Portal.start(database, people.issuer(), folder)) {
            first.ready();
        }
        DataSet.load(database, IMAGES);
        partitioned = database.copy("partitioned");
        partitioned.run(Files.readString(Path.of("src/main/scripts/partition.sql")));
        portal = Portal.start(database, people.issuer(), folder);
        portal.ready();
        people.come(portal.address());
    }

    @AfterAll
    static void end() throws Exception {
        portal.close();
        database.close();
        people.close();
    }

    @Test
    void every_page_finds_by_an_index() throws Exception {
        String image = "/DFW/images/" + Picture.id(100_007 % IMAGES);
        List<Ask> asks = new ArrayList<>();
        for (String account : List.of(OWNER, CONSUMER)) {
            for (String page : List.of(
                    "images",
                    "images?sort=name",
                    "images?sort=size",
                    "images?show=own",
                    "images?show=shared",
                    "images?show=base",
                    "invitations",
                    "invitations?status=accepted",
                    "invitations?status=rejected",
                    "offers",
                    "offers?status=pending",
                    "offers?status=accepted",
                    "history",
                    "costs",
                    "notices",
                    "servers",
                    "servers/new",
                    "imports",
                    "exports",
                    "cases")) {
                asks.add(Ask.get("/DFW/" + page, people.browser(account)));
            }
            asks.add(Ask.get(image, people.browser(account)));
        }
        checks(asks);
    }

    @Test
    void every_call_finds_by_an_index() throws Exception {
        List<Ask> asks = new ArrayList<>();
        for (String account : List.of(OWNER, CONSUMER)) {
            for (String query : List.of(
                    "",
                    "?limit=100",
                    "?sort=name:asc",
                    "?sort=size:desc",
                    "?sort=updated_at:asc",
                    "?visibility=shared",
                    "?visibility=public",
                    "?visibility=shared&member_status=pending",
                    "?member_status=all",
                    "?tag=lts",
                    "?owner=" + account,
                    "?name=Image+5",
                    "?os_distro=debian",
                    "?status=active",
                    "?disk_format=qcow2")) {
                asks.add(Ask.get("/DFW/v2/images" + query, people.script(account)));
            }
            asks.add(Ask.get("/DFW/v2/offers", people.script(account)));
            asks.add(Ask.get("/DFW/v2/tasks", people.script(account)));
        }
        checks(asks);
    }

    @Test
    void what_changes_something_finds_by_an_index() throws Exception {
        Measuring measuring = new Measuring(portal, database, Path.of("target/plans"), 1);
        for (Row row : new Rows(people, database, IMAGES).all()) {
            for (List<String> statements : measuring.rehearse(row.few(8)).requests()) {
                checks(statements, row.name());
            }
        }
    }

    private static void checks(List<Ask> asks) throws Exception {
        for (Ask ask : asks) {
            assertEquals(200, portal.send(ask).statusCode(), ask.path());
        }
        Measuring measuring = new Measuring(portal, database, Path.of("target/plans"), 1);
        List<List<String>> heard = measuring.overheard(asks).requests();
        assertEquals(asks.size(), heard.size(), "each of them asks the database");
        for (int at = 0; at < heard.size(); at++) {
            checks(heard.get(at), asks.get(at).path());
        }
    }

    private static void checks(List<String> statements, String asked) throws Exception {
        for (String statement : statements) {
            if (Plan.isFor(statement)) {
                for (Database tables : List.of(database, partitioned)) {
                    Plan plan = Plan.of(statement, tables);
                    assertTrue(plan.isByIndex() && plan.isInDfw(), () -> asked + "\n" + plan);
                }
            }
        }
    }
}
