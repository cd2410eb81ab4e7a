package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.RateLimitConfig;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.http.RateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/**
 * Limits the offers of an account per hour, through pages and API together, so that nobody can spam the accounts of a
 * cloud with invitations.
 */
@ApplicationScoped
class OfferRateLimiter {

    /** Images times account numbers in one batch. */
    static final int MAX_BATCH_SIZE = 1_000;

    private final RateLimiter rateLimiter;

    OfferRateLimiter(RateLimitConfig config) {
        this.rateLimiter = new RateLimiter(config.offersPerHour(), Duration.ofHours(1), Reason.OFFERS_RATE_LIMITED);
    }

    /**
     * Returns the number of pairs of image and account number.
     *
     * @throws RefusedException {@link Reason#TOO_MANY_OFFERS}
     */
    static long requireBatchSize(Collection<UUID> images, Collection<String> accounts) {
        long pairs = images.size() * (long) accounts.size();
        if (pairs > MAX_BATCH_SIZE) {
            throw new RefusedException(Reason.TOO_MANY_OFFERS, MAX_BATCH_SIZE);
        }
        return pairs;
    }

    /**
     * Counts attempts, not successes.
     *
     * @param pairs of image and account number
     * @throws RefusedException {@link Reason#OFFERS_RATE_LIMITED}
     */
    void acquire(Actor actor, long pairs) {
        rateLimiter.consume(actor.account(), pairs);
    }
}
