package dev.handshake.importing;

import java.io.Closeable;
import java.io.InputStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * A file on its way from an address.
 *
 * @param size bytes that the other side announced, or null
 */
record Fetched(InputStream data, Long size, CloseableHttpClient client) implements Closeable {

    /** At once: what is left of the file is not read only to keep the connection. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
