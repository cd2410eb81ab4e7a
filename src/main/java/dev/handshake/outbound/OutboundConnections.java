package dev.handshake.outbound;

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
 * Tracks everything a request may block on, so that all of it can be closed at once: at the deadline, or when the
 * caller gives up. Closing a socket unblocks threads that connect, do a TLS handshake, read or write.
 */
public class OutboundConnections implements DetachedSocketFactory, Closeable {

    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final String account;
    private final CompletableFuture<Void> deadline;
    private volatile boolean closed;
    private volatile boolean timedOut;

    /**
     * @param account the request is made for
     * @param longest time until the deadline
     */
    public OutboundConnections(String account, Duration longest) {
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
    public <T extends Closeable> T track(T each) throws IOException {
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
    public boolean isTimedOut() {
        return timedOut;
    }

    @Override
    public void close() {
        closed = true;
        deadline.cancel(false);
        closeOpen();
    }

    /** Closes what is open now; more may be opened afterwards. */
    public void closeOpen() {
        open.forEach(OutboundConnections::closeQuietly);
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
