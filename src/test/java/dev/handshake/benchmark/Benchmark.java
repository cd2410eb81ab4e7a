package dev.handshake.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the packaged portal on PostgreSQL with different numbers of images, and writes the results to
 * {@code src/benchmark/results.md}. Requires {@code wrk} and {@code pgbench} on the path.
 *
 * <p>Arguments: comma-separated numbers of images, ascending; seconds per measurement; the result file.
 */
public class Benchmark {

    private static final Path FOLDER = Path.of("target/benchmark/run");

    private final BenchmarkUsers users = new BenchmarkUsers();
    private final int seconds;

    private Benchmark(int seconds) {
        this.seconds = seconds;
    }

    /** Exits explicitly, since the provider's threads would keep the process alive. */
    public static void main(String[] arguments) {
        try {
            run(arguments);
            System.exit(0);
        } catch (Exception broken) {
            broken.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String... arguments) throws Exception {
        List<Long> sizes = Stream.of(arguments[0].split(",")).map(Long::valueOf).toList();
        int seconds = Integer.parseInt(arguments[1]);
        Path file = Path.of(arguments[2]);
        String command = "./mvnw verify -Pbenchmark -Dimages=" + arguments[0] + " -Dseconds=" + arguments[1];
        Files.createDirectories(FOLDER);
        BenchmarkReport report = new BenchmarkReport(describeMachine(), command);
        try (BenchmarkDatabase server = BenchmarkDatabase.start(FOLDER)) {
            Benchmark benchmark = new Benchmark(seconds);
            List<List<Measurement>> all = new ArrayList<>();
            for (long images : sizes) {
                all.add(benchmark.measure(server.createDatabase("handshake_" + images), images, report));
                Files.writeString(file, report.toString());
            }
            report.addGoals(sizes.size() > 1 ? all.get(0) : null, all.get(all.size() - 1));
            Files.writeString(file, report.toString());
            new ScalingBenchmark(benchmark.users, FOLDER, sizes.get(0), seconds).measure(report);
            benchmark.users.close();
        }
        Files.writeString(file, report.toString());
        System.out.println(report);
    }

    private List<Measurement> measure(BenchmarkDatabase database, long images, BenchmarkReport report)
            throws Exception {
        try (BenchmarkPortal first = start(database)) {
            first.awaitReady();
        }
        Instant begin = Instant.now();
        DataSet.load(database, images);
        Duration loading = Duration.between(begin, Instant.now());
        System.out.println(images + " images loaded in " + loading.toSeconds() + " s");
        List<Duration> ready = new ArrayList<>();
        for (int start = 0; start < 2; start++) {
            try (BenchmarkPortal portal = start(database)) {
                ready.add(portal.awaitReady());
            }
        }
        List<Measurement> measures = new ArrayList<>();
        try (BenchmarkPortal portal = start(database)) {
            ready.add(portal.awaitReady());
            users.usePortal(portal.address());
            measure(portal, database, images, measures);
        }
        report.add(images, rowCounts(database), loading, ready, measures);
        return measures;
    }

    private BenchmarkPortal start(BenchmarkDatabase database) throws IOException {
        return BenchmarkPortal.start(database, users.issuer(), FOLDER);
    }

    private void measure(BenchmarkPortal portal, BenchmarkDatabase database, long images, List<Measurement> measures)
            throws Exception {
        ScenarioRunner scenarioRunner = new ScenarioRunner(portal, database, FOLDER, seconds);
        List<Scenario> rows = new Scenarios(users, database, images).all();
        for (Scenario scenario : rows) {
            scenarioRunner.warmUp(scenario);
        }
        for (Scenario scenario : rows) {
            Measurement measure = scenarioRunner.measure(scenario);
            measures.add(measure);
            System.out.println(measure);
        }
    }

    private static List<String> rowCounts(BenchmarkDatabase database) throws Exception {
        return database.query("select reltuples::bigint || ' rows in ' || relname from pg_class"
                + " where relname in ('image', 'membership', 'history') order by relname");
    }

    private static String describeMachine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.replaceAll(".*: ", ""))
                .orElse("an unnamed processor");
        return String.format(
                "On %s, %d processors (%s), JDK %s, PostgreSQL 18.6, %s.",
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                processor,
                System.getProperty("java.version"),
                Instant.now().toString().substring(0, 10));
    }
}
