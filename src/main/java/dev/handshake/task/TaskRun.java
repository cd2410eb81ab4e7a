package dev.handshake.task;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One replica at work on one task. Its owner may stop it, and a replica that was thought dead finds that it lost it.
 */
public class TaskRun {

    private final Task task;
    /** Also two runs of one replica are told apart: the first may have been taken for dead. */
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

    /** The task as it was when this run began. */
    public Task task() {
        return task;
    }

    /** @param bytes that there are to do, or null where that is not known */
    public void expectBytes(Long bytes) {
        bytesTotal = bytes;
    }

    /** What frees this run's thread from waiting, called at any time from another one. */
    public void onStop(Runnable call) {
        stopCallback = call;
        if (stopped) {
            call.run();
        }
    }

    /** The same bytes, counted as done, and no more of them once this run is stopped. */
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

    /** @throws RefusedException {@link Reason#TASK_LOST} once this run is stopped */
    public void checkNotStopped() {
        if (stopped) {
            throw new RefusedException(Reason.TASK_LOST);
        }
    }

    /**
     * The task succeeded. Called in the transaction that records what it made: from there on no other run can.
     *
     * @throws RefusedException {@link Reason#TASK_LOST} where the task is not this run's any more
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
