package dev.handshake.imagesync;

import dev.handshake.openstack.ResponseTooLargeException;
import dev.handshake.openstack.ServiceException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The calls of one page of a sweep: spaced out evenly, and no more once another replica has taken the page over. */
class PageCalls {

    /** Another replica reads the page. */
    static class LostException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** An answer that makes no sense may be about one image alone. Of more than that, Glance is at fault. */
    private static final int MAX_UNCLEAR = 3;

    private final BooleanSupplier lease;
    private final long interval;
    private long next = System.nanoTime();
    private int unclear;

    /** @param lease renews it, and says whether it is still held */
    PageCalls(int perSecond, BooleanSupplier lease) {
        this.lease = lease;
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /**
     * Waits until the next call may be sent.
     *
     * @throws LostException if it may not
     */
    void await() {
        long wait = next - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
        next = System.nanoTime() + interval;
        if (!lease.getAsBoolean()) {
            throw new LostException();
        }
    }

    /**
     * Whether the page goes on without the image that the call was about. It always does without one that has too many
     * members to be read: whoever owns it must not keep the others from being followed.
     */
    boolean canSkip(ServiceException failed) {
        return failed instanceof ResponseTooLargeException
                || failed.kind() == ServiceException.Kind.UNCLEAR && failed.status() > 0 && ++unclear <= MAX_UNCLEAR;
    }
}
