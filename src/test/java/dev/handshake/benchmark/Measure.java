package dev.handshake.benchmark;

import java.util.List;

/**
 * A row as it came out.
 *
 * @param loads with 1, 8 and 32 connections
 * @param paced with 32 connections that together ask for half of what eight were answered
 * @param floorMillis processor time of the portal for the page that costs the least
 * @param sqlMillis processor time of the database for the same statements from pgbench
 */
record Measure(
        String name,
        boolean isReading,
        List<Load> loads,
        Wrk.Run paced,
        double floorMillis,
        double sqlMillis,
        long statements) {

    /** @param portalMillis processor time of a request, as {@code databaseMillis} */
    record Load(int connections, Wrk.Run run, double portalMillis, double databaseMillis, long resident) {

        double millis() {
            return portalMillis + databaseMillis;
        }
    }

    /** Eight connections are what the floor is measured with. */
    Load middle() {
        return loads.get(1);
    }

    /** How the time on the clock spreads: the slowest of a hundred by the usual of one who is alone. */
    double spread(Wrk.Run run) {
        return 1.0 * run.p99() / loads.get(0).run().p50();
    }

    /** How many times the processor time of its floor a request takes. */
    double times() {
        return middle().millis() / (floorMillis + sqlMillis);
    }
}
