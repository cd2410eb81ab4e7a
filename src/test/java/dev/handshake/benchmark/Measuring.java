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

/** Measures a portal row by row. */
class Measuring {

    static final int[] CONNECTIONS = {1, 8, 32};

    private static final int WARM_UP = 10;
    /** A row is warm when the compilers took less than this share of the processor time for the last seconds. */
    private static final double COMPILING = 0.03;

    private static final int LAPS = 24;
    private static final String BROKEN = "rehearsal";

    private final Portal portal;
    private final Database database;
    private final Processes databases;
    private final Path folder;
    private final int seconds;
    private final Wrk wrk;
    private final Pgbench pgbench;

    /** @param seconds for each figure */
    Measuring(Portal portal, Database database, Path folder, int seconds) throws SQLException, IOException {
        this.portal = portal;
        this.database = database;
        this.databases = database.processes();
        this.folder = folder;
        this.seconds = seconds;
        this.wrk = new Wrk(portal.address(), folder);
        this.pgbench = new Pgbench(database, folder, seconds);
    }

    void warmUp(Row row) throws Exception {
        answer(row, row.warmUp().get(0));
        wrk.run(row.warmUp(), CONNECTIONS[1], WARM_UP);
    }

    /**
     * Once more, since what ran in between taught the compilers otherwise. One connection leaves them a processor;
     * beside eight they take minutes.
     */
    private void warmUpFully(Row row) throws Exception {
        for (int lap = 0; lap < LAPS; lap++) {
            double all = portal.processes().seconds();
            double compiling = portal.processes().compiling();
            wrk.run(row.warmUp(), CONNECTIONS[0], WARM_UP / 2);
            compiling = portal.processes().compiling() - compiling;
            if (compiling < COMPILING * (portal.processes().seconds() - all)) {
                return;
            }
        }
    }

    Measure measure(Row row) throws Exception {
        List<Ask> floor = floor(row);
        if (row.isReading()) {
            warmUpFully(row);
        }
        List<Measure.Load> loads = new ArrayList<>();
        for (int turn = 0; turn < CONNECTIONS.length; turn++) {
            loads.add(load(row.measured(turn), CONNECTIONS[turn]));
        }
        Wrk.Run paced = paced(row, loads.get(1).run().perSecond() / 2);
        double floorMillis = load(floor, CONNECTIONS[1]).portalMillis();
        Statements statements = rehearse(row);
        double sqlMillis = row.isReading() ? pgbench.repeated(statements) : pgbench.once(statements);
        return new Measure(row.name(), row.isReading(), loads, paced, floorMillis, sqlMillis, statements.perRequest());
    }

    /** What the row answers is kept, and sent again without asking the database. */
    private List<Ask> floor(Row row) throws IOException, InterruptedException {
        Ask first = row.rehearsal().get(0);
        Ask asked = row.isReading() ? first : row.warmUp().get(row.warmUp().size() - 1);
        String page = row.name().replaceAll("\\W+", "-");
        Files.write(folder.resolve(page), answer(row, asked));
        List<Ask> floor = List.of(first.floor(page));
        wrk.run(floor, CONNECTIONS[1], WARM_UP / 4);
        return floor;
    }

    private byte[] answer(Row row, Ask asked) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = portal.send(asked);
        boolean isGood = row.isReading() ? answer.statusCode() == 200 : isDone(answer);
        if (!isGood) {
            throw new IllegalStateException(
                    row.name() + ": " + answer + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    /** The provider is led to by 302. */
    private static boolean isDone(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 200 || answer.statusCode() == 303;
    }

    private Wrk.Run paced(Row row, double perSecond) throws IOException {
        int connections = CONNECTIONS[CONNECTIONS.length - 1];
        return wrk.run(row.paced(), connections, seconds, Math.round(connections * 1000 / perSecond));
    }

    private Measure.Load load(List<Ask> asks, int connections) throws IOException {
        Spent ours = new Spent(portal.processes());
        Spent theirs = new Spent(databases);
        ours.begin();
        theirs.begin();
        Wrk.Run run = wrk.run(asks, connections, seconds);
        ours.end(run.requests());
        theirs.end(run.requests());
        return new Measure.Load(
                connections,
                run,
                ours.millis(),
                theirs.millis(),
                portal.processes().resident());
    }

    /** Sends what changes something in vain: the database writes it down and refuses to commit. */
    Statements rehearse(Row row) throws Exception {
        if (!row.isReading()) {
            database.run(
                    "create or replace function rehearse() returns trigger language plpgsql as $$ begin raise '"
                            + BROKEN + "'; end $$",
                    "create constraint trigger rehearsal after insert on history deferrable initially deferred"
                            + " for each row execute function rehearse()");
        }
        Statements heard = overheard(row.rehearsal());
        if (!row.isReading()) {
            database.run("drop trigger rehearsal on history");
        }
        return heard;
    }

    /** What the database is asked on the way. */
    Statements overheard(List<Ask> asks) throws Exception {
        try (Connection marking = database.connection()) {
            database.listen();
            for (Ask ask : asks) {
                marking.createStatement().execute(Statements.MARK);
                portal.send(ask);
            }
            marking.createStatement().execute(Statements.MARK);
            return database.heard();
        }
    }
}
