package dev.handshake.imagesync;

import dev.handshake.openstack.ResponseTooLargeException;
import dev.handshake.openstack.ServiceException;
import java.util.function.BooleanSupplier;

/** The calls of one page of a sweep: spaced out evenly, and no more once another replica has taken the page over. */
class PageCalls implements ImageReader.Calls {

    /** Another replica reads the page. */
    static class LostException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** An answer that makes no sense may be about one image alone. Of more than that, Glance is at fault. */
    private static final int MAX_UNCLEAR = 3;

    private final BooleanSupplier lease;
    private final CallRate rate;
    private int unclear;

    /** @param lease renews it, and says whether it is still held */
    PageCalls(int perSecond, BooleanSupplier lease) {
        this.lease = lease;
        this.rate = new CallRate(perSecond);
    }

    /** @throws LostException if no further call may be sent */
    @Override
    public void await() {
        rate.await();
        if (!lease.getAsBoolean()) {
            throw new LostException();
        }
    }

    /**
     * Whether the page goes on without the image that the call was about. It always does without one that has too many
     * members to be read: whoever owns it must not keep the others from being followed.
     */
    @Override
    public boolean canSkip(ServiceException failed) {
        return failed instanceof ResponseTooLargeException
                || failed.kind() == ServiceException.Kind.UNCLEAR && failed.status() > 0 && ++unclear <= MAX_UNCLEAR;
    }
}
