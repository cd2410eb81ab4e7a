package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.web.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many offers an account may make in an hour, by whatever door: enough for its work, too few to pester a cloud. */
@ApplicationScoped
class OfferPace {

    /** Images times numbers in one offering. */
    static final int MOST_AT_ONCE = 1_000;

    private final Allowance allowance;

    OfferPace(@ConfigProperty(name = "handshake.offers.per-hour") long perHour) {
        this.allowance = new Allowance(perHour, Duration.ofHours(1), Reason.OFFERS_TOO_FAST);
    }

    /**
     * How many pairs they make.
     *
     * @throws Refused {@link Reason#TOO_MANY_OFFERS}
     */
    static long atOnce(Collection<UUID> images, Collection<String> accounts) {
        long pairs = images.size() * (long) accounts.size();
        if (pairs > MOST_AT_ONCE) {
            throw new Refused(Reason.TOO_MANY_OFFERS, MOST_AT_ONCE);
        }
        return pairs;
    }

    /**
     * Counts what is tried, not what succeeds.
     *
     * @param pairs of an image and a number
     * @throws Refused {@link Reason#OFFERS_TOO_FAST}
     */
    void count(Actor actor, long pairs) {
        allowance.take(actor.account(), pairs);
    }
}
