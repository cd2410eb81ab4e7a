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
 * Checks PostgreSQL's plans for the statements of pages, API calls and changes on a large data set: all use indexes
 * and, if tables are partitioned, only partitions of one region. Statements are captured once and explained on both
 * schemas.
 */
class QueryPlansIT {

    private static final long IMAGES = 20_000;

    private static final String OWNER = BenchmarkAccounts.ordinary(0);
    private static final String CONSUMER = BenchmarkAccounts.largeConsumer(0);

    private static BenchmarkUsers users;
    private static BenchmarkDatabase database;
    private static BenchmarkDatabase partitioned;
    private static BenchmarkPortal portal;

    @BeforeAll
    static void begin() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/plans"));
        users = new BenchmarkUsers();
        database = BenchmarkDatabase.start(folder);
        try (BenchmarkPortal first = BenchmarkPortal.start(database, users.issuer(), folder)) {
            first.awaitReady();
        }
        DataSet.load(database, IMAGES);
        partitioned = database.copyDatabase("partitioned");
        partitioned.run(Files.readString(Path.of("src/main/scripts/partition.sql")));
        portal = BenchmarkPortal.start(database, users.issuer(), folder);
        portal.awaitReady();
        users.usePortal(portal.address());
    }

    @AfterAll
    static void end() throws Exception {
        portal.close();
        database.close();
        users.close();
    }

    @Test
    void every_page_finds_by_an_index() throws Exception {
        String image = "/DFW/images/" + GeneratedImage.id(100_007 % IMAGES);
        List<BenchmarkRequest> asks = new ArrayList<>();
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
                    "history?status=offered",
                    "history?account=1&status=offered",
                    "history.csv?from=2026-01-01",
                    "offers?account=1",
                    "offers.csv?account=1&status=pending",
                    "offers?from=2026-01-01&to=2026-01-31",
                    "invitations?account=1",
                    "invitations.csv?to=2026-01-31",
                    "costs",
                    "notifications",
                    "webhooks",
                    "servers",
                    "servers/new",
                    "imports",
                    "exports",
                    "reports",
                    "changes?since=" + System.currentTimeMillis())) {
                asks.add(BenchmarkRequest.get("/DFW/" + page, users.browserHeaders(account)));
            }
            for (String part : List.of("", "?status=pending", "?q=1", "/details", "/history")) {
                asks.add(BenchmarkRequest.get(image + part, users.browserHeaders(account)));
            }
        }
        assertIndexed(asks);
    }

    @Test
    void every_call_finds_by_an_index() throws Exception {
        List<BenchmarkRequest> asks = new ArrayList<>();
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
                asks.add(BenchmarkRequest.get("/DFW/v2/images" + query, users.apiHeaders(account)));
            }
            asks.add(BenchmarkRequest.get("/DFW/v2/offers", users.apiHeaders(account)));
            asks.add(BenchmarkRequest.get("/DFW/v2/tasks", users.apiHeaders(account)));
        }
        assertIndexed(asks);
    }

    @Test
    void what_changes_something_finds_by_an_index() throws Exception {
        ScenarioRunner scenarioRunner = new ScenarioRunner(portal, database, Path.of("target/plans"), 1);
        for (Scenario scenario : new Scenarios(users, database, IMAGES).all()) {
            for (List<CapturedStatement> statements :
                    scenarioRunner.captureRolledBack(scenario.limitedTo(8)).requests()) {
                assertIndexed(statements, scenario.name());
            }
        }
    }

    private static void assertIndexed(List<BenchmarkRequest> asks) throws Exception {
        for (BenchmarkRequest benchmarkRequest : asks) {
            assertEquals(200, portal.send(benchmarkRequest).statusCode(), benchmarkRequest.path());
        }
        ScenarioRunner scenarioRunner = new ScenarioRunner(portal, database, Path.of("target/plans"), 1);
        List<List<CapturedStatement>> heard = scenarioRunner.capture(asks).requests();
        assertEquals(asks.size(), heard.size(), "each of them asks the database");
        for (int at = 0; at < heard.size(); at++) {
            assertIndexed(heard.get(at), asks.get(at).path());
        }
    }

    private static void assertIndexed(List<CapturedStatement> statements, String asked) throws Exception {
        for (CapturedStatement statement : statements) {
            if (statement.hasPlan()) {
                for (BenchmarkDatabase tables : List.of(database, partitioned)) {
                    QueryPlan plan = QueryPlan.explain(statement, tables);
                    assertTrue(
                            plan.usesIndexes() && plan.findsMembersByImage() && plan.touchesOnlyDfw(),
                            () -> asked + "\n" + plan);
                }
            }
        }
    }
}
