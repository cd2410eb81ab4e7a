package dev.handshake.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A portal with its own database server, and its scenarios. */
record BenchmarkStack(
        BenchmarkDatabase server, BenchmarkDatabase database, BenchmarkPortal portal, List<Scenario> scenarios, Wrk wrk)
        implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 20;

    /**
     * Starts a stack with this many images.
     *
     * @param folder for its files
     * @param warm names of the scenarios to warm up
     */
    static BenchmarkStack start(BenchmarkUsers benchmarkUsers, Path folder, long images, List<String> warm)
            throws Exception {
        BenchmarkDatabase server = BenchmarkDatabase.start(Files.createDirectories(folder));
        BenchmarkDatabase database = server.createDatabase("handshake");
        try (BenchmarkPortal first = BenchmarkPortal.start(database, benchmarkUsers.issuer(), folder)) {
            first.awaitReady();
        }
        DataSet.load(database, images);
        BenchmarkPortal portal = BenchmarkPortal.start(database, benchmarkUsers.issuer(), folder);
        portal.awaitReady();
        benchmarkUsers.usePortal(portal.address());
        List<Scenario> rows = new Scenarios(benchmarkUsers, database, images).all();
        BenchmarkStack stack = new BenchmarkStack(server, database, portal, rows, new Wrk(portal.address(), folder));
        for (String row : warm) {
            stack.run(row, 0, WARM_UP);
        }
        return stack;
    }

    Scenario scenario(String name) {
        return scenarios.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param turn of the scenario; a turn of writes can run only once */
    Wrk.WrkResult run(String row, int turn, int seconds) throws IOException {
        return wrk.run(scenario(row).requestsByTurn().get(turn), CONNECTIONS, seconds);
    }

    /** Pins both processes to one CPU from now on. */
    void pinToCpu(int processor) throws Exception {
        portal.processes().pinToCpu(processor);
        database.processes().pinToCpu(processor);
    }

    @Override
    public void close() throws IOException {
        portal.close();
        server.close();
    }
}
