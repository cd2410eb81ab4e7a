package dev.handshake.e2e;

import dev.handshake.testing.ChildProcess;
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
import org.flywaydb.core.Flyway;

/** A PostgreSQL server that can be stopped and restarted with its data at the same address. */
class RestartablePostgres implements AutoCloseable {

    private static final String RELEASE = "filesystem:src/main/resources/db/migration";
    private static final String RELEASE_ON_POSTGRESQL = "filesystem:src/main/resources/db/postgresql";
    private static final String NEXT_RELEASE = "filesystem:src/test/resources/db/next";

    private final int port = ChildProcess.freePort();
    private final Path data = Files.createTempDirectory("handshake-database");
    private EmbeddedPostgres server;

    RestartablePostgres() throws IOException {
        start();
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    /** Stops the server, cutting all connections. */
    void stop() throws IOException {
        server.close();
    }

    int port() {
        return port;
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** @return the first column of the result */
    List<String> queryColumn(String query) throws SQLException {
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

    void execute(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Same, in another database of the server. */
    void executeIn(String database, String statement) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    /** Runs the migrations of this release. */
    void migrateToThisRelease() {
        migrate(RELEASE, RELEASE_ON_POSTGRESQL);
    }

    /** @return the number of migrations applied */
    int migrateToNextRelease() {
        return migrate(RELEASE, RELEASE_ON_POSTGRESQL, NEXT_RELEASE);
    }

    private int migrate(String... places) {
        return Flyway.configure()
                .dataSource(url(), "postgres", null)
                .locations(places)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** Blocks all readers and writers of the table for a time. */
    void lockTable(String table, long millis) throws SQLException, InterruptedException {
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
