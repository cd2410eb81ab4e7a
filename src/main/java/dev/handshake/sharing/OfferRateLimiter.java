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

/** How many offers an account may make in an hour, by whatever door: enough for its work, too few to pester a cloud. */
@ApplicationScoped
class OfferRateLimiter {

    /** Images times numbers in one offering. */
    static final int MAX_BATCH_SIZE = 1_000;

    private final RateLimiter rateLimiter;

    OfferRateLimiter(RateLimitConfig config) {
        this.rateLimiter = new RateLimiter(config.offersPerHour(), Duration.ofHours(1), Reason.OFFERS_RATE_LIMITED);
    }

    /**
     * How many pairs they make.
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
     * Counts what is tried, not what succeeds.
     *
     * @param pairs of an image and a number
     * @throws RefusedException {@link Reason#OFFERS_RATE_LIMITED}
     */
    void acquire(Actor actor, long pairs) {
        rateLimiter.consume(actor.account(), pairs);
    }
}
