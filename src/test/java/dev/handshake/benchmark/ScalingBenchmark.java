package dev.handshake.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Measures the cost of scaling beyond one database: a standby, and a portal with a database per region. */
class ScalingBenchmark {

    private static final List<String> STANDBY_SCENARIOS = List.of("image page", "offer", "accept", "API add");
    private static final List<String> REGION_SPLIT_SCENARIOS =
            List.of("image page", "API image list (25)", "API accept");
    /** How often each value is measured, alternating with its reference. */
    private static final int ROUNDS = 2;

    private static final long LAG_POLL_MILLIS = 50;

    private final BenchmarkUsers users;
    private final Path folder;
    private final long images;
    private final int seconds;

    /** @param seconds per measurement */
    ScalingBenchmark(BenchmarkUsers users, Path folder, long images, int seconds) {
        this.users = users;
        this.folder = folder;
        this.images = images;
        this.seconds = seconds;
    }

    /**
     * A row of the first table.
     *
     * @param primaryMillisWithout CPU milliseconds per request of the primary without a standby;
     *     {@code primaryMillisWith} with one, and {@code standbyMillis} of the standby itself
     * @param lagMillis replication lag in milliseconds, sampled
     */
    record StandbyResult(
            String name,
            double primaryMillisWithout,
            double primaryMillisWith,
            double standbyMillis,
            List<Double> lagMillis) {

        String toMarkdownRow() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %s | %s |",
                    name,
                    primaryMillisWithout,
                    primaryMillisWith,
                    standbyMillis,
                    lagPercentile(50),
                    lagPercentile(99));
        }

        private String lagPercentile(int hundredth) {
            return lagMillis.stream()
                    .sorted()
                    .skip((lagMillis.size() - 1) * hundredth / 100)
                    .findFirst()
                    .map(each -> String.format(Locale.ROOT, "%.1f", each))
                    .orElse("");
        }
    }

    /** A row of the second table: requests per second. */
    record RegionSplitResult(String name, double alone, double together) {

        String toMarkdownRow() {
            return String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.2f |", name, alone, together, together / alone);
        }
    }

    void measure(BenchmarkReport report) throws Exception {
        try (BenchmarkStack first = BenchmarkStack.start(users, folder.resolve("first"), images, allScenarios())) {
            report.addStandbyResults(images, measureStandby(first));
            try (BenchmarkStack second =
                    BenchmarkStack.start(users, folder.resolve("second"), images, REGION_SPLIT_SCENARIOS)) {
                first.pinToCpu(0);
                second.pinToCpu(1);
                report.addRegionSplitResults(images, measureRegionSplit(first, second));
            }
        }
    }

    private static List<String> allScenarios() {
        return Stream.concat(STANDBY_SCENARIOS.stream(), REGION_SPLIT_SCENARIOS.stream())
                .distinct()
                .toList();
    }

    private List<StandbyResult> measureStandby(BenchmarkStack stack) throws Exception {
        List<StandbyResult> found = new ArrayList<>();
        try (PostgresStandby standby = PostgresStandby.create(stack.database(), folder.resolve("standby"))) {
            for (String row : STANDBY_SCENARIOS) {
                found.add(measureStandby(stack, standby, row));
            }
        }
        return found;
    }

    private StandbyResult measureStandby(BenchmarkStack stack, PostgresStandby standby, String row) throws Exception {
        CpuTimeMeter without = new CpuTimeMeter(stack.database().processes());
        CpuTimeMeter with = new CpuTimeMeter(stack.database().processes());
        CpuTimeMeter own = new CpuTimeMeter(standby.processes());
        List<Double> behind = new ArrayList<>();
        for (int turn = 1; turn < 2 * ROUNDS; turn += 2) {
            standby.stopReplication();
            without.start();
            without.stop(run(stack, row, turn).join().requests());
            standby.resumeReplication();
            with.start();
            own.start();
            CompletableFuture<Wrk.WrkResult> running = run(stack, row, turn + 1);
            while (!running.isDone()) {
                standby.lagMillis().ifPresent(behind::add);
                Thread.sleep(LAG_POLL_MILLIS);
            }
            with.stop(running.join().requests());
            standby.awaitCaughtUp();
            own.stop(running.join().requests());
        }
        return new StandbyResult(
                row, without.millisPerRequest(), with.millisPerRequest(), own.millisPerRequest(), behind);
    }

    private List<RegionSplitResult> measureRegionSplit(BenchmarkStack first, BenchmarkStack second) {
        List<RegionSplitResult> found = new ArrayList<>();
        for (String row : REGION_SPLIT_SCENARIOS) {
            double alone = 0;
            double together = 0;
            for (int turn = 1; turn < 2 * ROUNDS; turn += 2) {
                alone += (run(first, row, turn).join().perSecond()
                                + run(second, row, turn).join().perSecond())
                        / 2
                        / ROUNDS;
                CompletableFuture<Wrk.WrkResult> one = run(first, row, turn + 1);
                CompletableFuture<Wrk.WrkResult> other = run(second, row, turn + 1);
                together += (one.join().perSecond() + other.join().perSecond()) / ROUNDS;
            }
            found.add(new RegionSplitResult(row, alone, together));
        }
        return found;
    }

    private CompletableFuture<Wrk.WrkResult> run(BenchmarkStack stack, String row, int turn) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return stack.run(row, turn, seconds);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
