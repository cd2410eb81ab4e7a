package dev.handshake.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import dev.handshake.testing.TestUser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bill takes a fixed number of queries, regardless of its size. */
@PortalTest
@AlsoOnH2
class CostQueryCountTest {

    private static final String NEW_YEAR = "2020-01-01T00:00:00Z";

    private final Cast cast = new Cast();

    @Test
    void the_costs_cost_the_spans_and_the_head() {
        cast.producer.opens("/DFW/costs");
        assertEquals(2, queries("/DFW/costs?month=2020-01"));
        UsageBackdating.createEnded(cast.producer.account, 2_500, NEW_YEAR, "2020-01-20T00:00:00Z");
        assertEquals(2, queries("/DFW/costs?month=2020-01"));
        assertEquals(1, queries("/DFW/costs?month=2999-01"));
    }

    @Test
    void what_shares_would_cost_costs_one_more() {
        for (String image : List.of("one", "two", "three")) {
            cast.accepted(image);
        }
        cast.consumer.opens("/DFW/costs");
        assertEquals(3, queries(cast.consumer, "/DFW/costs"));
    }

    @Test
    void the_file_costs_a_query_for_each_thousand_lines() {
        cast.producer.opens("/DFW/costs");
        assertEquals(1, queries("/DFW/costs.csv?month=2020-01"));
        UsageBackdating.createEnded(cast.producer.account, 2_500, NEW_YEAR, "2020-01-20T00:00:00Z");
        assertEquals(3, queries("/DFW/costs.csv?month=2020-01"));
    }

    private long queries(String path) {
        return queries(cast.producer, path);
    }

    private long queries(TestUser reader, String path) {
        return QueryCounter.count(() -> reader.opens(path).is(200));
    }
}
