package dev.handshake.importing;

import java.io.Closeable;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.io.DetachedSocketFactory;

/**
 * Tracks everything an import may block on, so that all of it can be closed at once: at the deadline, or when the
 * import is canceled. Closing a socket unblocks threads that connect, do a TLS handshake, read or write.
 */
class ImportConnections implements DetachedSocketFactory, Closeable {

    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final String account;
    private final CompletableFuture<Void> deadline;
    private volatile boolean closed;
    private volatile boolean timedOut;

    /**
     * @param account that owns the import
     * @param longest time until the deadline
     */
    ImportConnections(String account, Duration longest) {
        this.account = account;
        deadline = new CompletableFuture<Void>()
                .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> {
                    timedOut = true;
                    close();
                });
    }

    @Override
    public Socket create(Proxy none) throws IOException {
        return track(new Socket());
    }

    /** Registers a resource to be closed at the end, or closes it now if the end was reached already. */
    <T extends Closeable> T track(T each) throws IOException {
        open.add(each);
        if (closed) {
            each.close();
        }
        return each;
    }

    String account() {
        return account;
    }

    /** Whether the deadline was reached. */
    boolean isTimedOut() {
        return timedOut;
    }

    @Override
    public void close() {
        closed = true;
        deadline.cancel(false);
        closeOpen();
    }

    /** Closes what is open now; more may be opened afterwards. */
    void closeOpen() {
        open.forEach(ImportConnections::closeQuietly);
        open.clear();
    }

    private static void closeQuietly(Closeable each) {
        try {
            each.close();
        } catch (IOException alreadyClosed) {
            // nothing left to do
        }
    }
}
