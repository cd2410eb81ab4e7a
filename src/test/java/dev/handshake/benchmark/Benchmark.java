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
 * Measures the packaged portal on PostgreSQL with as many images as told, and writes what it found to
 * {@code src/benchmark/results.md}. Needs {@code wrk} and {@code pgbench} on the path.
 *
 * <p>Arguments: the numbers of images, parted by commas, the smallest first; seconds for each figure; the file.
 */
public class Benchmark {

    private static final Path FOLDER = Path.of("target/benchmark/run");

    private final People people = new People();
    private final int seconds;

    private Benchmark(int seconds) {
        this.seconds = seconds;
    }

    /** The provider's threads would keep the process going. */
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
        Report report = new Report(machine(), command);
        try (Database server = Database.start(FOLDER)) {
            Benchmark benchmark = new Benchmark(seconds);
            List<List<Measure>> all = new ArrayList<>();
            for (long images : sizes) {
                all.add(benchmark.measure(server.create("handshake_" + images), images, report));
                Files.writeString(file, report.toString());
            }
            report.judge(sizes.size() > 1 ? all.get(0) : null, all.get(all.size() - 1));
            Files.writeString(file, report.toString());
            new Growth(benchmark.people, FOLDER, sizes.get(0), seconds).measure(report);
            benchmark.people.close();
        }
        Files.writeString(file, report.toString());
        System.out.println(report);
    }

    private List<Measure> measure(Database database, long images, Report report) throws Exception {
        try (Portal first = start(database)) {
            first.ready();
        }
        Instant begin = Instant.now();
        DataSet.load(database, images);
        Duration loading = Duration.between(begin, Instant.now());
        System.out.println(images + " images loaded in " + loading.toSeconds() + " s");
        List<Duration> ready = new ArrayList<>();
        for (int start = 0; start < 2; start++) {
            try (Portal portal = start(database)) {
                ready.add(portal.ready());
            }
        }
        List<Measure> measures = new ArrayList<>();
        try (Portal portal = start(database)) {
            ready.add(portal.ready());
            people.come(portal.address());
            measure(portal, database, images, measures);
        }
        report.add(images, rows(database), loading, ready, measures);
        return measures;
    }

    private Portal start(Database database) throws IOException {
        return Portal.start(database, people.issuer(), FOLDER);
    }

    private void measure(Portal portal, Database database, long images, List<Measure> measures) throws Exception {
        Measuring measuring = new Measuring(portal, database, FOLDER, seconds);
        List<Row> rows = new Rows(people, database, images).all();
        for (Row row : rows) {
            measuring.warmUp(row);
        }
        for (Row row : rows) {
            Measure measure = measuring.measure(row);
            measures.add(measure);
            System.out.println(measure);
        }
    }

    private static List<String> rows(Database database) throws Exception {
        return database.ask("select reltuples::bigint || ' rows in ' || relname from pg_class"
                + " where relname in ('image', 'membership', 'history') order by relname");
    }

    private static String machine() throws IOException {
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
