package dev.handshake.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows to a table with COPY. */
class TableCopyWriter implements AutoCloseable {

    private static final int FLUSH_SIZE = 1 << 16;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder();

    /** @param columns comma-separated */
    TableCopyWriter(BenchmarkDatabase database, String name, String columns) throws SQLException {
        this.connection = database.connection();
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + name + " (" + columns + ") from stdin");
    }

    /** @param values must not contain tabs, line breaks or backslashes */
    void add(Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            buffer.append(at == 0 ? "" : "\t").append(values[at] == null ? "\\N" : values[at]);
        }
        buffer.append('\n');
        if (buffer.length() > FLUSH_SIZE) {
            flush();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        flush();
        copy.endCopy();
        connection.close();
    }
}
