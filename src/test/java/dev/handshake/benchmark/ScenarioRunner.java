package dev.handshake.benchmark;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures a portal, scenario by scenario. */
class ScenarioRunner {

    static final int[] CONNECTIONS = {1, 8, 32};

    private static final int WARM_UP_SECONDS = 10;
    /** A scenario is warm when JIT compilers used less than this share of the recent CPU time. */
    private static final double MAX_COMPILER_SHARE = 0.03;

    private static final int MAX_WARM_UP_ROUNDS = 24;
    private static final String ROLLBACK_MESSAGE = "rehearsal";

    private final BenchmarkPortal portal;
    private final BenchmarkDatabase database;
    private final ProcessTree databaseProcesses;
    private final Path folder;
    private final int seconds;
    private final Wrk wrk;
    private final Pgbench pgbench;

    /** @param seconds per measurement */
    ScenarioRunner(BenchmarkPortal portal, BenchmarkDatabase database, Path folder, int seconds)
            throws SQLException, IOException {
        this.portal = portal;
        this.database = database;
        this.databaseProcesses = database.processes();
        this.folder = folder;
        this.seconds = seconds;
        this.wrk = new Wrk(portal.address(), folder);
        this.pgbench = new Pgbench(database, folder, seconds);
    }

    void warmUp(Scenario scenario) throws Exception {
        send(scenario, scenario.warmUp().get(0));
        wrk.run(scenario.warmUp(), CONNECTIONS[1], WARM_UP_SECONDS);
    }

    /**
     * Warms up again, since other scenarios changed what the JIT compiled. Uses one connection, which leaves the
     * compilers a CPU; with eight it takes minutes.
     */
    private void warmUpFully(Scenario scenario) throws Exception {
        for (int lap = 0; lap < MAX_WARM_UP_ROUNDS; lap++) {
            double all = portal.processes().cpuSeconds();
            double compiling = portal.processes().compilerSeconds();
            wrk.run(scenario.warmUp(), CONNECTIONS[0], WARM_UP_SECONDS / 2);
            compiling = portal.processes().compilerSeconds() - compiling;
            if (compiling < MAX_COMPILER_SHARE * (portal.processes().cpuSeconds() - all)) {
                return;
            }
        }
    }

    Measurement measure(Scenario scenario) throws Exception {
        List<BenchmarkRequest> floor = baseline(scenario);
        if (scenario.isRead()) {
            warmUpFully(scenario);
        }
        List<Measurement.LoadResult> loads = new ArrayList<>();
        for (int turn = 0; turn < CONNECTIONS.length; turn++) {
            loads.add(load(scenario.measured(turn), CONNECTIONS[turn]));
        }
        Wrk.WrkResult paced = runAtHalfLoad(scenario, loads.get(1).run().perSecond() / 2);
        double floorMillis = load(floor, CONNECTIONS[1]).portalMillis();
        CapturedStatements statements = captureRolledBack(scenario);
        double sqlMillis = scenario.isRead() ? pgbench.measureRepeated(statements) : pgbench.measureOnce(statements);
        return new Measurement(
                scenario.name(),
                scenario.isRead(),
                loads,
                paced,
                floorMillis,
                sqlMillis,
                statements.medianPerRequest());
    }

    /** Stores the response as a static baseline page. */
    private List<BenchmarkRequest> baseline(Scenario scenario) throws IOException, InterruptedException {
        BenchmarkRequest first = scenario.sqlCapture().get(0);
        BenchmarkRequest asked = scenario.isRead()
                ? first
                : scenario.warmUp().get(scenario.warmUp().size() - 1);
        String page = scenario.name().replaceAll("\\W+", "-");
        Files.write(folder.resolve(page), send(scenario, asked));
        List<BenchmarkRequest> floor = List.of(first.toBaseline(page));
        wrk.run(floor, CONNECTIONS[1], WARM_UP_SECONDS / 4);
        return floor;
    }

    private byte[] send(Scenario scenario, BenchmarkRequest asked) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = portal.send(asked);
        boolean isGood = scenario.isRead() ? answer.statusCode() == 200 : isOkOrRedirect(answer);
        if (!isGood) {
            throw new IllegalStateException(
                    scenario.name() + ": " + answer + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    /** A redirect to sign-in would be 302. */
    private static boolean isOkOrRedirect(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 200 || answer.statusCode() == 303;
    }

    private Wrk.WrkResult runAtHalfLoad(Scenario scenario, double perSecond) throws IOException {
        int connections = CONNECTIONS[CONNECTIONS.length - 1];
        return wrk.run(scenario.halfLoad(), connections, seconds, Math.round(connections * 1000 / perSecond));
    }

    private Measurement.LoadResult load(List<BenchmarkRequest> asks, int connections) throws IOException {
        CpuTimeMeter ours = new CpuTimeMeter(portal.processes());
        CpuTimeMeter theirs = new CpuTimeMeter(databaseProcesses);
        ours.start();
        theirs.start();
        Wrk.WrkResult wrkResult = wrk.run(asks, connections, seconds);
        ours.stop(wrkResult.requests());
        theirs.stop(wrkResult.requests());
        return new Measurement.LoadResult(
                connections,
                wrkResult,
                ours.millisPerRequest(),
                theirs.millisPerRequest(),
                portal.processes().residentMib());
    }

    /** Captures the statements of writes without effect: a trigger makes every commit fail. */
    CapturedStatements captureRolledBack(Scenario scenario) throws Exception {
        if (!scenario.isRead()) {
            database.run(
                    "create or replace function rehearse() returns trigger language plpgsql as $$ begin raise '"
                            + ROLLBACK_MESSAGE + "'; end $$",
                    "create constraint trigger rehearsal after insert on history deferrable initially deferred"
                            + " for each row execute function rehearse()");
        }
        CapturedStatements heard = capture(scenario.sqlCapture());
        if (!scenario.isRead()) {
            database.run("drop trigger rehearsal on history");
        }
        return heard;
    }

    /** Captures the SQL statements of the requests. */
    CapturedStatements capture(List<BenchmarkRequest> asks) throws Exception {
        try (Connection marking = database.connection()) {
            database.startStatementLog();
            for (BenchmarkRequest benchmarkRequest : asks) {
                marking.createStatement().execute(CapturedStatements.MARKER);
                portal.send(benchmarkRequest);
            }
            marking.createStatement().execute(CapturedStatements.MARKER);
            return database.stopStatementLog();
        }
    }
}
