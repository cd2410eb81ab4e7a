package dev.handshake.http;

import io.vertx.core.Context;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the connection's event loop after each write. Only the event loop knows whether the connection's write
 * queue is full; while it is busy with other connections, unsent chunks would pile up until memory runs out.
 */
class BackpressureOutputStream extends FilterOutputStream {

    private static final int TIMEOUT_SECONDS = 60;

    private final Context eventLoop;

    BackpressureOutputStream(OutputStream out, Context eventLoop) {
        super(out);
        this.eventLoop = eventLoop;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        awaitEventLoop();
    }

    private void awaitEventLoop() throws IOException {
        CompletableFuture<Void> heard = new CompletableFuture<>();
        eventLoop.runOnContext(heard::complete);
        try {
            heard.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } catch (ExecutionException | TimeoutException stuck) {
            throw new IOException(stuck);
        }
    }
}
