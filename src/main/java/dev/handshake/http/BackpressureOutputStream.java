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
 * Lets the connection hear of each piece before the next one is written. Whether a connection is full only its event
 * loop knows; where that is busy with others, pieces would queue up before it until memory ends.
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
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(ended);
        } catch (ExecutionException | TimeoutException stuck) {
            throw new IOException(stuck);
        }
    }
}
