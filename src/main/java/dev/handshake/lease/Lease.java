package dev.handshake.lease;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** Who works at a row, until when that counts without a sign of life, and how often the row was taken up. */
@Embeddable
public class Lease {

    /** The claim that holds it, or null before the first and between two attempts. */
    private UUID holder;

    /** While it is held: from then on the holder counts as dead. Otherwise: from then on it may be claimed. */
    private Instant until;

    private int attempts;

    protected Lease() {}

    /** One that nobody holds, to be claimed from {@code from} on. */
    public static Lease availableFrom(Instant from) {
        Lease lease = new Lease();
        lease.until = from;
        return lease;
    }

    /** @param claim of its own for each attempt, so that two of one replica are told apart */
    void claim(UUID claim, Instant expiry) {
        holder = claim;
        until = expiry;
        attempts++;
    }

    void renew(Instant expiry) {
        until = expiry;
    }

    /** Another may claim it at once. The holder keeps it until one does, and may still record what it made. */
    void release(Instant now) {
        until = now;
    }

    /** The attempt is over; the next may begin at {@code next}. */
    public void retryAt(Instant next) {
        holder = null;
        until = next;
    }

    public boolean isHeldBy(UUID claim) {
        return claim.equals(holder);
    }

    public boolean isExpired(Instant now) {
        return !until.isAfter(now);
    }

    /** How often it was claimed. */
    public int attempts() {
        return attempts;
    }
}
