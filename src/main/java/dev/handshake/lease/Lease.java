package dev.handshake.lease;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Which claim holds a row, until when without a renewal, and how often the row was claimed. */
@Embeddable
public class Lease {

    /** The claim holding the lease; null before the first claim and between attempts. */
    private UUID holder;

    /** While held, when the holder is presumed dead; otherwise, when the row may next be claimed. */
    private Instant until;

    private int attempts;

    protected Lease() {}

    /** A lease without holder, to be claimed from {@code from} on. */
    public static Lease availableFrom(Instant from) {
        Lease lease = new Lease();
        lease.until = from;
        return lease;
    }

    /** @param claim unique for each attempt, even on the same replica */
    void claim(UUID claim, Instant expiry) {
        holder = claim;
        until = expiry;
        attempts++;
    }

    void renew(Instant expiry) {
        until = expiry;
    }

    /**
     * Makes the row claimable at once. The holder keeps the lease until another claim takes it, and may still record
     * its result.
     */
    void release(Instant now) {
        until = now;
    }

    /** Ends the attempt; the next may start at {@code next}. */
    public void retryAt(Instant next) {
        holder = null;
        until = next;
    }

    public boolean isHeldBy(UUID claim) {
        return claim.equals(holder);
    }

    /** Whether an attempt has begun whose end was not recorded, even if its holder is presumed dead. */
    public boolean isHeld() {
        return holder != null;
    }

    public boolean isExpired(Instant now) {
        return !until.isAfter(now);
    }

    /** How long the row could have been claimed; negative until it can. */
    public Duration waitingSince(Instant now) {
        return Duration.between(until, now);
    }

    /** When the row can be claimed; while it is held, when its holder is presumed dead. */
    public Instant until() {
        return until;
    }

    /** How often the row was claimed. */
    public int attempts() {
        return attempts;
    }
}
