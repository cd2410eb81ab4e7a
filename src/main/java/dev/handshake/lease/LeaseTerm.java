package dev.handshake.lease;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * How long a lease holds without a sign of life. Every row that is passed in has to be locked in the current
 * transaction, so that of two who claim it, or of a holder and who takes over from it, the second finds what the first
 * has done.
 */
public class LeaseTerm {

    private final Clock clock;
    private final Duration duration;

    public LeaseTerm(Clock clock, Duration duration) {
        this.clock = clock;
        this.duration = duration;
    }

    /** From now on {@code claim} works at it, and nobody else. */
    public void claim(Leased locked, UUID claim) {
        locked.lease().claim(claim, clock.instant().plus(duration));
    }

    /** A sign of life of the holder. */
    public void renew(Leased locked) {
        locked.lease().renew(clock.instant().plus(duration));
    }

    /** The holder stops: another may go on at once. */
    public void release(Leased locked) {
        locked.lease().release(clock.instant());
    }

    /**
     * Acts on those rows that a claim still holds.
     *
     * @return whether it holds any
     */
    public <T extends Leased> boolean ifHeld(Collection<T> locked, UUID claim, Consumer<? super T> action) {
        List<T> held = locked.stream().filter(each -> each.isHeldBy(claim)).toList();
        held.forEach(action);
        return !held.isEmpty();
    }
}
