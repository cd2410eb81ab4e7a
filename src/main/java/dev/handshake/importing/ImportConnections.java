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
 * Everything that one import waits for, so that all of it ends at once: at its deadline, or where it is stopped. A
 * socket that is closed wakes whoever connects, shakes hands, reads or writes.
 */
class ImportConnections implements DetachedSocketFactory, Closeable {

    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final String account;
    private final CompletableFuture<Void> deadline;
    private volatile boolean closed;
    private volatile boolean timedOut;

    /**
     * @param account whose import it is
     * @param longest from now on
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

    /** Is closed at the end; at once where that has come. */
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

    /** Whether the time was up. */
    boolean isTimedOut() {
        return timedOut;
    }

    @Override
    public void close() {
        closed = true;
        deadline.cancel(false);
        closeOpen();
    }

    /** Throws away what is open; more may be opened. */
    void closeOpen() {
        open.forEach(ImportConnections::closeQuietly);
        open.clear();
    }

    private static void closeQuietly(Closeable each) {
        try {
            each.close();
        } catch (IOException cutAlready) {
            // nothing is left to do
        }
    }
}
