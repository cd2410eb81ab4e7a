package dev.handshake.reminder;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Formats;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether an offer may be reminded of, at one moment. Pages show the button and the service refuses by the same rule.
 *
 * @param times how often the consumer was reminded
 * @param lastAt the time of the last reminder, or null
 */
public record ReminderStatus(
        boolean isPending, int times, Instant lastAt, Duration minInterval, int maxPerOffer, Instant now) {

    /** @param isPending as shown to the reader */
    static ReminderStatus of(boolean isPending, Reminder reminder, ReminderConfig settings, Instant now) {
        int times = reminder == null ? 0 : reminder.times;
        Instant lastAt = reminder == null ? null : reminder.lastAt;
        return new ReminderStatus(isPending, times, lastAt, settings.minInterval(), settings.maxPerOffer(), now);
    }

    /** Why the consumer may not be reminded now; null if it may. */
    RefusedException refusal() {
        if (!isPending) {
            return new RefusedException(Reason.NOT_PENDING);
        }
        if (isExhausted()) {
            return new RefusedException(Reason.TOO_MANY_REMINDERS, maxPerOffer);
        }
        return nextAllowedAt().isAfter(now)
                ? new RefusedException(
                        Reason.REMINDED_RECENTLY, Formats.utc(nextAllowedAt().plusSeconds(59)))
                : null;
    }

    public boolean canRemind() {
        return refusal() == null;
    }

    /** Whether the consumer was reminded and has not decided yet. */
    public boolean isAwaitingAnswer() {
        return isPending && times > 0;
    }

    /** Whether no reminders are left for this offer. */
    public boolean isExhausted() {
        return times >= maxPerOffer;
    }

    /** When the next reminder is allowed. */
    public Instant nextAllowedAt() {
        return lastAt == null ? Instant.EPOCH : lastAt.plus(minInterval);
    }

    /** The number of the last reminder: {@code 2nd}. */
    public String ordinal() {
        boolean isTeen = times % 100 / 10 == 1;
        return times
                + switch (isTeen ? 0 : times % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
