package dev.handshake.imagesync;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Spaces out the calls of one thread evenly. */
class CallRate {

    private final long interval;
    private long next = System.nanoTime();

    CallRate(int perSecond) {
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
