package dev.handshake.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A portal and a database server of its own, and what its people ask. */
record Stack(Database server, Database database, Portal portal, List<Row> rows, Wrk wrk) implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 20;

    /**
     * With so many images in it.
     *
     * @param folder of its own.
     * @param warm the names of the rows that are to be warm
     */
    static Stack start(People people, Path folder, long images, List<String> warm) throws Exception {
        Database server = Database.start(Files.createDirectories(folder));
        Database database = server.create("handshake");
        try (Portal first = Portal.start(database, people.issuer(), folder)) {
            first.ready();
        }
        DataSet.load(database, images);
        Portal portal = Portal.start(database, people.issuer(), folder);
        portal.ready();
        people.come(portal.address());
        List<Row> rows = new Rows(people, database, images).all();
        Stack stack = new Stack(server, database, portal, rows, new Wrk(portal.address(), folder));
        for (String row : warm) {
            stack.run(row, 0, WARM_UP);
        }
        return stack;
    }

    Row row(String name) {
        return rows.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param turn of the row, each of which can be asked once where it changes something */
    Wrk.Run run(String row, int turn, int seconds) throws IOException {
        return wrk.run(row(row).asks().get(turn), CONNECTIONS, seconds);
    }

    /** Both of its processes, from here on, on this processor alone. */
    void stayOn(int processor) throws Exception {
        portal.processes().stayOn(processor);
        database.processes().stayOn(processor);
    }

    @Override
    public void close() throws IOException {
        portal.close();
        server.close();
    }
}
