package dev.handshake.observability;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics as scraped by Prometheus. */
public class MetricsScrape {

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    private final List<String> lines;

    private MetricsScrape(String text) {
        this.lines = Arrays.stream(text.split("\n"))
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    public static MetricsScrape fetch(ManagementClient managementClient) {
        return new MetricsScrape(managementClient.get("/q/metrics").body());
    }

    /** The names of all metrics. */
    public Set<String> names() {
        return lines.stream().map(line -> line.split("[{ ]", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The lines of the portal's own metrics. */
    List<String> portalLines() {
        return lines.stream().filter(line -> line.startsWith("handshake_")).toList();
    }

    /** The labels of the portal's own metrics. */
    Set<String> portalLabels() {
        return portalLines().stream()
                .flatMap(line -> LABEL.matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sum of all samples of this name that contain each of {@code words}. */
    public double sum(String name, String... words) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> Arrays.stream(words).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
