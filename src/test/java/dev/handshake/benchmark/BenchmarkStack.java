package dev.handshake.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A portal and a database server of its own, and what its people ask. */
record BenchmarkStack(
        BenchmarkDatabase server, BenchmarkDatabase database, BenchmarkPortal portal, List<Scenario> scenarios, Wrk wrk)
        implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 20;

    /**
     * With so many images in it.
     *
     * @param folder of its own.
     * @param warm the names of the rows that are to be warm
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

    /** @param turn of the row, each of which can be asked once where it changes something */
    Wrk.WrkResult run(String row, int turn, int seconds) throws IOException {
        return wrk.run(scenario(row).requestsByTurn().get(turn), CONNECTIONS, seconds);
    }

    /** Both of its processes, from here on, on this processor alone. */
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
