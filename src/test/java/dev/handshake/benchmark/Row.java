package dev.handshake.benchmark;

import java.util.Collections;
import java.util.List;

/**
 * What is measured: one kind of request, by several people to several things.
 *
 * @param asks for each number of connections its own, where a request can be made only once; the first are the
 *     warm-up's
 */
record Row(String name, boolean isReading, List<List<Ask>> asks) {

    /** Reads can be sent again and again. */
    static Row reading(String name, List<Ask> asks) {
        return new Row(name, true, Collections.nCopies(Rows.TURNS, asks));
    }

    /** @param asks for the warm-up, for 1, 8 and 32 connections, for 32 that pause, and for the rehearsal */
    static Row writing(String name, List<List<Ask>> asks) {
        return new Row(name, false, asks);
    }

    /** The same, with no more than so many things. */
    Row few(int most) {
        return new Row(
                name,
                isReading,
                asks.stream()
                        .map(each -> each.subList(0, Math.min(each.size(), most)))
                        .toList());
    }

    List<Ask> warmUp() {
        return asks.get(0);
    }

    List<Ask> measured(int turn) {
        return asks.get(1 + turn);
    }

    /** For those that pause between their requests. */
    List<Ask> paced() {
        return asks.get(4);
    }

    /** Those whose statements are written down. */
    List<Ask> rehearsal() {
        List<Ask> all = asks.get(5);
        return all.subList(0, Math.min(all.size(), isReading ? 64 : 200));
    }
}
