package dev.handshake.imagesync;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Spaces the calls of one sweep out evenly. Used by one thread. */
class CallPacer {

    private final long interval;
    private long next = System.nanoTime();

    CallPacer(int perSecond) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Waits until the next call may be sent. */
    void await() {
        long wait = next - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
        next = System.nanoTime() + interval;
    }
}
