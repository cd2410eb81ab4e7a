package dev.handshake.benchmark;

import java.util.Collections;
import java.util.List;

/**
 * One kind of request to measure, sent by several users to several resources.
 *
 * @param requestsByTurn separate requests for each turn if they cannot be repeated; the first turn is the warm-up
 */
record Scenario(String name, boolean isRead, List<List<BenchmarkRequest>> requestsByTurn) {

    /** Reads can be repeated. */
    static Scenario ofReads(String name, List<BenchmarkRequest> asks) {
        return new Scenario(name, true, Collections.nCopies(Scenarios.TURNS, asks));
    }

    /** @param asks for the warm-up, for 1, 8 and 32 connections, for 32 at half load, and for the SQL capture */
    static Scenario ofWrites(String name, List<List<BenchmarkRequest>> asks) {
        return new Scenario(name, false, asks);
    }

    /** Returns the scenario with at most {@code most} requests per turn. */
    Scenario limitedTo(int most) {
        return new Scenario(
                name,
                isRead,
                requestsByTurn.stream()
                        .map(each -> each.subList(0, Math.min(each.size(), most)))
                        .toList());
    }

    List<BenchmarkRequest> warmUp() {
        return requestsByTurn.get(0);
    }

    List<BenchmarkRequest> measured(int turn) {
        return requestsByTurn.get(1 + turn);
    }

    /** Requests at half load. */
    List<BenchmarkRequest> halfLoad() {
        return requestsByTurn.get(4);
    }

    /** Requests whose statements are captured. */
    List<BenchmarkRequest> sqlCapture() {
        List<BenchmarkRequest> all = requestsByTurn.get(5);
        return all.subList(0, Math.min(all.size(), isRead ? 64 : 200));
    }
}
