package dev.handshake.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of a run as Markdown, and whether they meet the targets. */
class BenchmarkReport {

    private static final double MAX_BASELINE_RATIO = 3;
    private static final double MAX_SLOWDOWN = 1.3;
    private static final double MAX_LATENCY_SPREAD = 10;
    /** Maximum CPU milliseconds of the portal for calls with a target. */
    private static final Map<String, Double> MAX_MILLIS =
            Map.of("API image list (25)", 0.6, "API members (100)", 0.6, "API add", 1.0, "API accept", 1.0);

    private final List<String> lines = new ArrayList<>();

    BenchmarkReport(String machine, String command) {
        add("# What the portal needs", "");
        addFormatted("By `%s`. %s", command, machine);
        add(
                "",
                "Processor time is what Linux counted for the portal's process and for all processes of PostgreSQL, in milliseconds");
        add(
                "a request. The floor is a page of the same bytes from the same server to the same signed-in person, without a database,");
        add(
                "and the same SQL by pgbench; both with the figure at 8 connections make the column “times”. The statements that change");
        add(
                "something are planned anew by pgbench each time, so that their floor is high. The load generator and PostgreSQL share");
        add(
                "the machine with the portal: times on the clock are noise, processor time, ratios and statements are not.");
    }

    private void add(String... texts) {
        lines.addAll(List.of(texts));
    }

    private void addFormatted(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    void add(long images, List<String> rows, Duration loading, List<Duration> ready, List<Measurement> measures) {
        add("", String.format(Locale.ROOT, "## %,d images", images), "");
        addFormatted(
                "%s. Loaded in %d s. The portal answered %s s after its start (256 MiB of heap).",
                String.join(", ", rows),
                loading.toSeconds(),
                ready.stream().map(BenchmarkReport::seconds).toList());
        add("");
        add(
                "| request | connections | a second | p50 ms | p99 ms | portal ms | PostgreSQL ms | floor: page | SQL | times | statements | KiB sent | MiB held |");
        add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Measurement each : measures) {
            each.loads().forEach(load -> add(each, load));
        }
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toMillis() / 1000.0);
    }

    private void add(Measurement row, Measurement.LoadResult load) {
        boolean isFloor = load.equals(row.referenceLoad());
        addFormatted(
                "| %s | %d | %.0f | %.1f | %.1f | %.2f | %.2f | %s | %s | %s | %s | %s | %d |",
                row.name(),
                load.connections(),
                load.run().perSecond(),
                load.run().p50() / 1e3,
                load.run().p99() / 1e3,
                load.portalMillis(),
                load.databaseMillis(),
                isFloor ? String.format(Locale.ROOT, "%.2f", row.baselineMillis()) : "",
                isFloor ? String.format(Locale.ROOT, "%.2f", row.sqlMillis()) : "",
                isFloor ? String.format(Locale.ROOT, "%.1f", row.baselineRatio()) : "",
                isFloor ? row.statements() : "",
                isFloor ? String.format(Locale.ROOT, "%.1f", load.run().kibPerResponse()) : "",
                load.residentMib());
    }

    void addStandbyResults(long images, List<ScalingBenchmark.StandbyResult> rows) {
        add("", String.format(Locale.ROOT, "## A standby of the database, %,d images, 8 connections", images), "");
        add("| request | PostgreSQL ms without | with | the standby's own | behind: p50 ms | p99 |");
        add("| --- | ---: | ---: | ---: | ---: | ---: |");
        rows.forEach(each -> add(each.toMarkdownRow()));
        add(
                "",
                "The standby streams, asynchronously, on the same machine. How far it is behind is what PostgreSQL says (`replay_lag`): from a",
                "change being safe on the primary to a reader of the standby seeing it.");
    }

    void addRegionSplitResults(long images, List<ScalingBenchmark.RegionSplitResult> rows) {
        add("", String.format(Locale.ROOT, "## A portal and a database for each region, %,d images", images), "");
        add("| request | one of each on one processor, a second | two of each on two | times |");
        add("| --- | ---: | ---: | ---: |");
        rows.forEach(each -> add(each.toMarkdownRow()));
        add(
                "",
                "Each portal and its database have a processor to themselves, but for the load generator: alone, one asks them from the other",
                "processor; two of them run on the same two processors as what they ask. 8 connections to each.");
    }

    /**
     * @param least results of the smallest data set, the reference for reads of the largest; null if there is only one
     */
    void addGoals(List<Measurement> least, List<Measurement> most) {
        add("", "## The goals", "");
        add(
                "| request | times its floor (3) | to the smallest set (1.3) | p99 at 32 to p50 at 1 (10) | the same at half load | at the least | portal ms |");
        add("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int at = 0; at < most.size(); at++) {
            addGoals(least == null ? null : least.get(at), most.get(at));
        }
        add(
                "",
                "A figure in bold is over its goal, which stands in brackets. At half load 32 connections pause between their requests, so that",
                "they ask for half of what 8 were answered. “At the least” is what the mean alone of 32 that never pause comes to on this",
                "machine, by its throughput with 32 and with 1; and a p99 lies above the mean.");
    }

    private void addGoals(Measurement least, Measurement most) {
        Double millis = MAX_MILLIS.get(most.name());
        Wrk.WrkResult alone = most.loads().get(0).run();
        Wrk.WrkResult crowd = most.loads().get(2).run();
        addFormatted(
                "| %s | %s | %s | %s | %s | %.1f | %s |",
                most.name(),
                most.isRead() ? formatAgainst(most.baselineRatio(), MAX_BASELINE_RATIO) : "",
                most.isRead() && least != null
                        ? formatAgainst(
                                most.referenceLoad().millis()
                                        / least.referenceLoad().millis(),
                                MAX_SLOWDOWN)
                        : "",
                formatAgainst(most.latencySpread(crowd), MAX_LATENCY_SPREAD),
                formatAgainst(most.latencySpread(most.halfLoad()), MAX_LATENCY_SPREAD),
                32 * alone.perSecond() / crowd.perSecond(),
                millis == null ? "" : formatAgainst(most.referenceLoad().portalMillis(), millis) + " (" + millis + ")");
    }

    private static String formatAgainst(double value, double most) {
        return String.format(Locale.ROOT, value > most ? "**%.2f**" : "%.2f", value);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
