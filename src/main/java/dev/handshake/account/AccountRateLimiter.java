package dev.handshake.account;

import dev.handshake.error.Reason;
import dev.handshake.http.RateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Limits per hour how often an account may do what writes history or notifies others, through pages and API together.
 * Actions that change nothing are not counted, except for labels and uploads, which cost work either way.
 *
 * <p>Each method throws {@link dev.handshake.error.RefusedException} with {@link Reason#ACTIONS_RATE_LIMITED} and the
 * time to wait.
 */
@ApplicationScoped
public class AccountRateLimiter {

    private final RateLimiter decisions;
    private final RateLimiter removals;
    private final RateLimiter deactivations;
    private final RateLimiter labels;
    private final RateLimiter uploads;

    AccountRateLimiter(RateLimitConfig config) {
        decisions = perHour(config.decisionsPerHour());
        removals = perHour(config.removalsPerHour());
        deactivations = perHour(config.deactivationsPerHour());
        labels = perHour(config.labelsPerHour());
        uploads = perHour(config.uploadsPerHour());
    }

    private static RateLimiter perHour(long most) {
        return new RateLimiter(most, Duration.ofHours(1), Reason.ACTIONS_RATE_LIMITED);
    }

    public void acquireForDecision(Actor actor) {
        decisions.consume(actor.account(), 1);
    }

    public void acquireForRemovals(Actor actor, long members) {
        removals.consume(actor.account(), members);
    }

    /** Operators are exempt: they may need to act quickly. */
    public void acquireForDeactivation(Actor actor) {
        if (!actor.isOperator()) {
            deactivations.consume(actor.account(), 1);
        }
    }

    public void acquireForLabel(Actor actor) {
        labels.consume(actor.account(), 1);
    }

    public void acquireForUpload(Actor actor) {
        uploads.consume(actor.account(), 1);
    }
}
