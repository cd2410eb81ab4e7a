package dev.handshake.e2e;

import dev.handshake.Running;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that can go away and come back, with all that it kept, at the same address. */
class Database implements AutoCloseable {

    private final int port = Running.freePort();
    private final Path data = Files.createTempDirectory("handshake-database");
    private EmbeddedPostgres server;

    Database() throws IOException {
        start();
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    /** Cuts every connection, in the middle of whatever it does. */
    void stop() throws IOException {
        server.close();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** @return the first column of what is found */
    List<String> column(String query) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    /** Lets everybody wait who reads or writes the table. */
    void holds(String table, long millis) throws SQLException, InterruptedException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in access exclusive mode");
            Thread.sleep(millis);
            connection.rollback();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
