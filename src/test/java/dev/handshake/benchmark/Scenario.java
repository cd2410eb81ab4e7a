package dev.handshake.benchmark;

import java.util.Collections;
import java.util.List;

/**
 * What is measured: one kind of request, by several people to several things.
 *
 * @param requestsByTurn for each number of connections its own, where a request can be made only once; the first are
 *     the warm-up's
 */
record Scenario(String name, boolean isRead, List<List<BenchmarkRequest>> requestsByTurn) {

    /** Reads can be sent again and again. */
    static Scenario ofReads(String name, List<BenchmarkRequest> asks) {
        return new Scenario(name, true, Collections.nCopies(Scenarios.TURNS, asks));
    }

    /** @param asks for the warm-up, for 1, 8 and 32 connections, for 32 that pause, and for the rehearsal */
    static Scenario ofWrites(String name, List<List<BenchmarkRequest>> asks) {
        return new Scenario(name, false, asks);
    }

    /** The same, with no more than so many things. */
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

    /** For those that pause between their requests. */
    List<BenchmarkRequest> halfLoad() {
        return requestsByTurn.get(4);
    }

    /** Those whose statements are written down. */
    List<BenchmarkRequest> sqlCapture() {
        List<BenchmarkRequest> all = requestsByTurn.get(5);
        return all.subList(0, Math.min(all.size(), isRead ? 64 : 200));
    }
}
