package dev.handshake.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Grafana dashboard uses only metrics that exist. */
@PortalTest
class DashboardTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:handshake|agroal|jvm|process|system)_[a-z0-9_]+");

    @Test
    void every_number_on_the_dashboard_is_one_that_the_portal_has() throws IOException {
        new Cast().producer.opens("/DFW/images").is(200);
        Set<String> names = MetricsScrape.fetch(ManagementClient.ofTestPortal()).names();
        List<String> expressions = expressions();
        assertFalse(expressions.size() < 10);
        for (String expression : expressions) {
            Set<String> used = metricsIn(expression);
            assertFalse(used.isEmpty(), expression);
            used.removeAll(names);
            assertEquals(Set.of(), used, expression);
        }
    }

    private static List<String> expressions() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("k8s/grafana/handshake.json").toFile())
                .findValuesAsText("expr");
    }

    private static Set<String> metricsIn(String expression) {
        return new TreeSet<>(
                METRIC.matcher(expression).results().map(MatchResult::group).toList());
    }
}
