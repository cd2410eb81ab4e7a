package dev.handshake.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A table that rows are copied into. */
class Table implements AutoCloseable {

    private static final int FLUSHED = 1 << 16;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder waiting = new StringBuilder();

    /** @param columns with their commas */
    Table(Database database, String name, String columns) throws SQLException {
        this.connection = database.connection();
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + name + " (" + columns + ") from stdin");
    }

    /** @param values none of which has a tab, a line end or a backslash in it */
    void add(Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            waiting.append(at == 0 ? "" : "\t").append(values[at] == null ? "\\N" : values[at]);
        }
        waiting.append('\n');
        if (waiting.length() > FLUSHED) {
            flush();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        waiting.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        flush();
        copy.endCopy();
        connection.close();
    }
}
