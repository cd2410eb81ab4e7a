package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.refusal.Reason;
import dev.handshake.web.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How often an account may do in an hour, by whatever door, what writes history or tells others. What changes nothing
 * is not counted, except for labels and uploads, which cost work in any case.
 *
 * <p>Each method throws {@link dev.handshake.refusal.Refused} with {@link Reason#ACTIONS_TOO_FAST}, and how long to
 * wait.
 */
@ApplicationScoped
public class AccountRateLimiter {

    private final Allowance decisions;
    private final Allowance removals;
    private final Allowance deactivations;
    private final Allowance labels;
    private final Allowance uploads;

    AccountRateLimiter(RateLimitConfig config) {
        decisions = perHour("decisions", config.decisionsPerHour());
        removals = perHour("removals", config.removalsPerHour());
        deactivations = perHour("deactivations", config.deactivationsPerHour());
        labels = perHour("labels", config.labelsPerHour());
        uploads = perHour("uploads", config.uploadsPerHour());
    }

    private static Allowance perHour(String verb, long most) {
        if (most < 0) {
            throw new IllegalArgumentException("handshake.rate-limit." + verb + "-per-hour is 0 for no limit, or more");
        }
        return new Allowance(most, Duration.ofHours(1), Reason.ACTIONS_TOO_FAST);
    }

    void decision(Actor actor) {
        decisions.take(actor.account(), 1);
    }

    void removals(Actor actor, long members) {
        removals.take(actor.account(), members);
    }

    /** The provider's staff may have to be fast. */
    void deactivation(Actor actor) {
        if (!actor.isOperator()) {
            deactivations.take(actor.account(), 1);
        }
    }

    void label(Actor actor) {
        labels.take(actor.account(), 1);
    }

    public void upload(Actor actor) {
        uploads.take(actor.account(), 1);
    }
}
