package dev.handshake.task;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One run of a task on one replica. The user may cancel it, and a replica that was presumed dead finds that it lost the
 * task.
 */
public class TaskRun {

    private final Task task;
    /** Distinguishes runs even on one replica, whose earlier run may have been presumed dead. */
    private final UUID id;

    private final Leases leases;
    private final AtomicLong bytesDone = new AtomicLong();
    private volatile Long bytesTotal;
    private volatile boolean stopped;
    private volatile Runnable stopCallback = () -> {};

    TaskRun(Task task, UUID id, Leases leases) {
        this.task = task;
        this.id = id;
        this.leases = leases;
    }

    /** The task as it was when this run started. */
    public Task task() {
        return task;
    }

    /** @param bytes the total to process, or null if unknown */
    public void expectBytes(Long bytes) {
        bytesTotal = bytes;
    }

    /** Registers what unblocks this run's thread when it is stopped; may be called from another thread at any time. */
    public void onStop(Runnable call) {
        stopCallback = call;
        if (stopped) {
            call.run();
        }
    }

    /** Wraps the stream to count its bytes as progress and to fail once this run is stopped. */
    public InputStream tracked(InputStream data) {
        return new FilterInputStream(data) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                checkNotStopped();
                int read = super.read(buffer, offset, length);
                bytesDone.addAndGet(Math.max(0, read));
                return read;
            }
        };
    }

    /** @throws RefusedException {@link Reason#TASK_LOST} if this run was stopped */
    public void checkNotStopped() {
        if (stopped) {
            throw new RefusedException(Reason.TASK_LOST);
        }
    }

    /**
     * Marks the task successful. Called in the transaction that records its result, so that no other run can record
     * one.
     *
     * @throws RefusedException {@link Reason#TASK_LOST} if another run holds the task
     */
    public void finish() {
        leases.finish(this);
    }

    UUID id() {
        return id;
    }

    long bytesDone() {
        return bytesDone.get();
    }

    Long bytesTotal() {
        return bytesTotal;
    }

    boolean isStopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
        stopCallback.run();
    }
}
