package dev.handshake.openstack;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Data on its way to a service. Cancels the request if nothing more is taken for longer than the timeout, and breaks if
 * the data ends too early, for which the service would wait.
 */
class UploadWatch extends FilterInputStream {

    private final Cancellable request;
    private final long timeoutNanos;
    private final ScheduledFuture<?> check;
    private volatile long lastRead = System.nanoTime();
    private long missing;

    UploadWatch(InputStream data, long size, Cancellable request, Duration timeout, ScheduledExecutorService threads) {
        super(data);
        this.missing = size;
        this.request = request;
        this.timeoutNanos = timeout.toNanos();
        this.check = threads.scheduleWithFixedDelay(
                this::cancelIfStalled, timeoutNanos / 2, timeoutNanos / 2, TimeUnit.NANOSECONDS);
    }

    /** For the checks of all uploads to a service. */
    static ScheduledExecutorService newThread() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "uploads-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    private void cancelIfStalled() {
        if (System.nanoTime() - lastRead > timeoutNanos) {
            request.cancel();
        }
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? -1 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        count(count);
        return count;
    }

    private void count(int bytes) throws EOFException {
        lastRead = System.nanoTime();
        if (bytes < 0 && missing > 0) {
            throw new EOFException(missing + " bytes are missing");
        }
        missing -= Math.max(0, bytes);
    }

    /** Called as soon as all data is sent, which ends the checks. */
    @Override
    public void close() throws IOException {
        check.cancel(false);
        super.close();
    }
}
