package dev.handshake.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs pgbench with one session that sends the statements of captured requests. */
class Pgbench {

    private static final Pattern TRANSACTIONS = Pattern.compile("number of transactions actually processed: (\\d+)");

    private final BenchmarkDatabase database;
    private final ProcessTree processTree;
    private final Path folder;
    private final int seconds;

    Pgbench(BenchmarkDatabase database, Path folder, int seconds) throws SQLException, IOException {
        this.database = database;
        this.processTree = database.processes();
        this.folder = folder;
        this.seconds = seconds;
    }

    /**
     * Repeats the statements for the configured time.
     *
     * @return CPU milliseconds of the database per request
     */
    double measureRepeated(CapturedStatements statements) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-M", "prepared", "-T", String.valueOf(seconds)));
        for (Path script : statements.writeScripts(folder)) {
            options.addAll(List.of("-f", script.toString()));
        }
        double before = processTree.cpuSeconds();
        long requests = run(options);
        return (processTree.cpuSeconds() - before) * 1000 / requests;
    }

    /**
     * Runs statements that cannot be repeated.
     *
     * @return CPU milliseconds of the database per request
     */
    double measureOnce(CapturedStatements statements) throws IOException, InterruptedException {
        double before = processTree.cpuSeconds();
        run(List.of(
                "-M", "simple", "-t", "1", "-f", statements.writeScript(folder).toString()));
        return (processTree.cpuSeconds() - before)
                * 1000
                / statements.requests().size();
    }

    /** @return the number of transactions */
    private long run(List<String> options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of("pgbench", "-n", "-h", "localhost", "-p", String.valueOf(database.port()), "-U", "postgres"));
        words.addAll(options);
        words.add(database.name());
        Matcher said = TRANSACTIONS.matcher(ExternalCommand.run(words.toArray(String[]::new)));
        // the session's CPU time is accounted only after the server has closed it
        Thread.sleep(500);
        if (!said.find() || said.group(1).equals("0")) {
            throw new IllegalStateException("pgbench did nothing");
        }
        return Long.parseLong(said.group(1));
    }
}
