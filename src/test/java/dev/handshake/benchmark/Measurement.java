package dev.handshake.benchmark;

import java.util.List;

/**
 * The results of one scenario.
 *
 * @param loads with 1, 8 and 32 connections
 * @param halfLoad with 32 connections that together send half the requests per second that eight connections reached
 * @param baselineMillis CPU time of the portal for the baseline page
 * @param sqlMillis CPU time of the database for the same statements sent by pgbench
 */
record Measurement(
        String name,
        boolean isRead,
        List<LoadResult> loads,
        Wrk.WrkResult halfLoad,
        double baselineMillis,
        double sqlMillis,
        long statements) {

    /** @param portalMillis CPU time per request, as is {@code databaseMillis} */
    record LoadResult(
            int connections, Wrk.WrkResult run, double portalMillis, double databaseMillis, long residentMib) {

        double millis() {
            return portalMillis + databaseMillis;
        }
    }

    /** The load with eight connections, which the baseline also uses. */
    LoadResult referenceLoad() {
        return loads.get(1);
    }

    /** Ratio of the p99 latency under load to the median latency with one connection. */
    double latencySpread(Wrk.WrkResult wrkResult) {
        return 1.0 * wrkResult.p99() / loads.get(0).run().p50();
    }

    /** Ratio of a request's CPU time to its baseline. */
    double baselineRatio() {
        return referenceLoad().millis() / (baselineMillis + sqlMillis);
    }
}
