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

/** PostgreSQL as an operator runs it: what is committed is on the disk. */
class Database implements AutoCloseable {

    private final EmbeddedPostgres server;
    /** Of every statement while {@link #listen} is on, in JSON. */
    private final Path log;

    private final String name;

    private Database(EmbeddedPostgres server, Path log, String name) {
        this.server = server;
        this.log = log;
        this.name = name;
    }

    /** @param folder for its data and its log */
    static Database start(Path folder) throws IOException {
        return new Database(
                server(folder).setCleanDataDirectory(true).start(), folder.resolve("statements.json"), "postgres");
    }

    /** @param folder for its data and its log; a server that has data there goes on with it */
    static EmbeddedPostgres.Builder server(Path folder) {
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

    /** Another one on the same server. */
    Database create(String other) throws SQLException {
        run("create database " + other);
        return new Database(server, log, other);
    }

    /** Another one on the same server, with all that is in this one, which nobody uses at the moment. */
    Database copy(String other) throws SQLException {
        run("create database " + other + " template " + name);
        return new Database(server, log, other);
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

    /** The first column, as texts. */
    List<String> ask(String question) throws SQLException {
        try (Connection connection = connection();
                ResultSet rows = connection.createStatement().executeQuery(question)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** Where its server keeps everything. */
    Path data() throws SQLException {
        return Path.of(ask("show data_directory").get(0));
    }

    Processes processes() throws SQLException, IOException {
        return Processes.of(data());
    }

    /** From here on every statement is written down. */
    void listen() throws SQLException, IOException, InterruptedException {
        Files.newByteChannel(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                .close();
        run("alter system set log_statement = 'all'", "select pg_reload_conf()");
        Thread.sleep(500);
    }

    /** @return what was written down since */
    Statements heard() throws SQLException, IOException, InterruptedException {
        run("alter system set log_statement = 'none'", "select pg_reload_conf()");
        // the collector writes when it comes to it
        Thread.sleep(500);
        return Statements.in(log);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
