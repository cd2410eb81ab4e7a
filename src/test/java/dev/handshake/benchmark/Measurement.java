package dev.handshake.benchmark;

import java.util.List;

/**
 * A row as it came out.
 *
 * @param loads with 1, 8 and 32 connections
 * @param halfLoad with 32 connections that together ask for half of what eight were answered
 * @param baselineMillis processor time of the portal for the page that costs the least
 * @param sqlMillis processor time of the database for the same statements from pgbench
 */
record Measurement(
        String name,
        boolean isRead,
        List<LoadResult> loads,
        Wrk.WrkResult halfLoad,
        double baselineMillis,
        double sqlMillis,
        long statements) {

    /** @param portalMillis processor time of a request, as {@code databaseMillis} */
    record LoadResult(
            int connections, Wrk.WrkResult run, double portalMillis, double databaseMillis, long residentMib) {

        double millis() {
            return portalMillis + databaseMillis;
        }
    }

    /** Eight connections are what the floor is measured with. */
    LoadResult referenceLoad() {
        return loads.get(1);
    }

    /** How the time on the clock spreads: the slowest of a hundred by the usual of one who is alone. */
    double latencySpread(Wrk.WrkResult wrkResult) {
        return 1.0 * wrkResult.p99() / loads.get(0).run().p50();
    }

    /** How many times the processor time of its floor a request takes. */
    double baselineRatio() {
        return referenceLoad().millis() / (baselineMillis + sqlMillis);
    }
}
