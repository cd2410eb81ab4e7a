package dev.handshake.lease;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The duration of leases, and the operations on them. The caller must have locked every row passed in, so that of two
 * concurrent claims, or of a holder and its successor, the second sees what the first did.
 */
public class LeaseTerm {

    private final Clock clock;
    private final Duration duration;

    public LeaseTerm(Clock clock, Duration duration) {
        this.clock = clock;
        this.duration = duration;
    }

    /** Gives the lease to {@code claim}. */
    public void claim(Leased locked, UUID claim) {
        locked.lease().claim(claim, clock.instant().plus(duration));
    }

    /** Extends the holder's lease. */
    public void renew(Leased locked) {
        locked.lease().renew(clock.instant().plus(duration));
    }

    /** Ends the holder's lease early, so that another can claim the row at once. */
    public void release(Leased locked) {
        locked.lease().release(clock.instant());
    }

    /**
     * Runs the action for each row still held by the claim.
     *
     * @return whether it holds any
     */
    public <T extends Leased> boolean ifHeld(Collection<T> locked, UUID claim, Consumer<? super T> action) {
        List<T> held = locked.stream().filter(each -> each.isHeldBy(claim)).toList();
        held.forEach(action);
        return !held.isEmpty();
    }
}
