package dev.handshake.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalDouble;

/** A hot standby with asynchronous streaming replication. */
class PostgresStandby implements AutoCloseable {

    private final BenchmarkDatabase primary;
    private final EmbeddedPostgres server;
    private final Path data;
    /** Kept open, since opening a connection costs more than the query. */
    private final Connection lagConnection;

    private PostgresStandby(BenchmarkDatabase primary, EmbeddedPostgres server, Path data) throws SQLException {
        this.primary = primary;
        this.server = server;
        this.data = data;
        this.lagConnection = primary.connection();
    }

    /**
     * @param folder for its data; data of an earlier run is replaced
     * @param primary must not be written to during the call
     */
    static PostgresStandby create(BenchmarkDatabase primary, Path folder) throws SQLException, IOException {
        Path data = Files.createDirectories(folder).resolve("data");
        ExternalCommand.run("rm", "-rf", data.toString());
        try (Connection connection = primary.connection();
                Statement backup = connection.createStatement()) {
            backup.execute("select pg_backup_start('standby', true)");
            ExternalCommand.run("cp", "-a", primary.dataDirectory().toString(), data.toString());
            try (ResultSet label = backup.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(data.resolve("backup_label"), label.getString(1));
            }
        }
        Files.delete(data.resolve("postmaster.pid"));
        Files.createFile(data.resolve("standby.signal"));
        Files.writeString(
                data.resolve("postgresql.auto.conf"), connectionSetting(primary) + "\n", StandardOpenOption.APPEND);
        EmbeddedPostgres server =
                BenchmarkDatabase.configure(folder).setCleanDataDirectory(false).start();
        return new PostgresStandby(primary, server, data);
    }

    private static String connectionSetting(BenchmarkDatabase primary) {
        return "primary_conninfo = 'host=localhost port=" + primary.port() + " user=postgres'";
    }

    /** Reconnects to the primary and catches up. */
    void resumeReplication() throws SQLException, InterruptedException {
        applySetting("alter system set " + connectionSetting(primary));
        awaitCaughtUp();
    }

    /** Waits until it has caught up with the primary. */
    void awaitCaughtUp() throws SQLException, InterruptedException {
        while (!isCaughtUp()) {
            Thread.sleep(50);
        }
    }

    private boolean isCaughtUp() throws SQLException {
        return !primary.query("select 1 from pg_stat_replication where replay_lsn >= pg_current_wal_lsn()")
                .isEmpty();
    }

    /** Disconnects from the primary. */
    void stopReplication() throws SQLException, InterruptedException {
        applySetting("alter system set primary_conninfo = ''");
        while (!primary.query("select 1 from pg_stat_replication").isEmpty()) {
            Thread.sleep(50);
        }
    }

    private void applySetting(String setting) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(setting);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** @return the replay lag in milliseconds; empty if there is none */
    OptionalDouble lagMillis() throws SQLException {
        try (Statement statement = lagConnection.createStatement();
                ResultSet lag = statement.executeQuery("select extract(epoch from replay_lag) * 1000"
                        + " from pg_stat_replication where replay_lag is not null")) {
            return lag.next() ? OptionalDouble.of(lag.getDouble(1)) : OptionalDouble.empty();
        }
    }

    ProcessTree processes() throws IOException {
        return ProcessTree.ofPostgres(data);
    }

    @Override
    public void close() throws IOException, SQLException {
        lagConnection.close();
        server.close();
    }
}
