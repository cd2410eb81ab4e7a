package dev.handshake.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL with production settings: commits are durable. */
class BenchmarkDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;
    /** JSON log of every statement while {@link #startStatementLog} is active. */
    private final Path log;

    private final String name;

    private BenchmarkDatabase(EmbeddedPostgres server, Path log, String name) {
        this.server = server;
        this.log = log;
        this.name = name;
    }

    /** @param folder for its data and its log */
    static BenchmarkDatabase start(Path folder) throws IOException {
        return new BenchmarkDatabase(
                configure(folder).setCleanDataDirectory(true).start(), folder.resolve("statements.json"), "postgres");
    }

    /** @param folder for its data and log; existing data is reused */
    static EmbeddedPostgres.Builder configure(Path folder) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_destination", "jsonlog")
                .setServerConfig("log_directory", folder.toAbsolutePath().toString())
                .setServerConfig("log_filename", "statements.log");
    }

    /** Creates another database on the same server. */
    BenchmarkDatabase createDatabase(String other) throws SQLException {
        run("create database " + other);
        return new BenchmarkDatabase(server, log, other);
    }

    /** Creates a copy of this database, which must not be in use, on the same server. */
    BenchmarkDatabase copyDatabase(String other) throws SQLException {
        run("create database " + other + " template " + name);
        return new BenchmarkDatabase(server, log, other);
    }

    String url() {
        return server.getJdbcUrl("postgres", name);
    }

    int port() {
        return server.getPort();
    }

    String name() {
        return name;
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(url());
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The first column as strings. */
    List<String> query(String question) throws SQLException {
        return queryLast(List.of(question));
    }

    /** The first column of the last statement's rows as strings; all statements run in one session. */
    List<String> queryLast(List<String> statements) throws SQLException {
        int last = statements.size() - 1;
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            for (String each : statements.subList(0, last)) {
                statement.execute(each);
            }
            ResultSet rows = statement.executeQuery(statements.get(last));
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** The server's data directory. */
    Path dataDirectory() throws SQLException {
        return Path.of(query("show data_directory").get(0));
    }

    ProcessTree processes() throws SQLException, IOException {
        return ProcessTree.ofPostgres(dataDirectory());
    }

    /** Starts logging every statement. */
    void startStatementLog() throws SQLException, IOException, InterruptedException {
        Files.newByteChannel(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                .close();
        run("alter system set log_statement = 'all'", "select pg_reload_conf()");
        Thread.sleep(500);
    }

    /** @return the statements logged since {@link #startStatementLog} */
    CapturedStatements stopStatementLog() throws SQLException, IOException, InterruptedException {
        run("alter system set log_statement = 'none'", "select pg_reload_conf()");
        // the log collector writes with a delay
        Thread.sleep(500);
        return CapturedStatements.parse(log);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
