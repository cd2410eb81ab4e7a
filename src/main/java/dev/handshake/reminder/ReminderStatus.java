package dev.handshake.reminder;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Formats;
import java.time.Duration;
import java.time.Instant;

/**
 * How an offer stands with reminders at one moment: THE RULE. A button appears where it says yes, and the verb refuses
 * by the same answer.
 *
 * @param times that the consumer was reminded
 * @param lastAt when it was last, or null
 */
public record ReminderStatus(
        boolean isPending, int times, Instant lastAt, Duration minInterval, int maxPerOffer, Instant now) {

    /** @param isPending for whom it is shown to */
    static ReminderStatus of(boolean isPending, Reminder reminder, ReminderConfig settings, Instant now) {
        int times = reminder == null ? 0 : reminder.times;
        Instant lastAt = reminder == null ? null : reminder.lastAt;
        return new ReminderStatus(isPending, times, lastAt, settings.minInterval(), settings.maxPerOffer(), now);
    }

    /** Why the consumer may not be reminded now; null where it may. */
    RefusedException refusal() {
        if (!isPending) {
            return new RefusedException(Reason.NOT_PENDING);
        }
        if (isExhausted()) {
            return new RefusedException(Reason.TOO_MANY_REMINDERS, maxPerOffer);
        }
        return nextAllowedAt().isAfter(now)
                ? new RefusedException(Reason.REMINDED_RECENTLY, Formats.utc(nextAllowedAt()))
                : null;
    }

    public boolean canRemind() {
        return refusal() == null;
    }

    /** Whether the consumer was ever reminded, and still is to answer. */
    public boolean isAwaitingAnswer() {
        return isPending && times > 0;
    }

    /** Whether it can never be reminded of this offer again. */
    public boolean isExhausted() {
        return times >= maxPerOffer;
    }

    /** From when on it may be reminded. */
    public Instant nextAllowedAt() {
        return lastAt == null ? Instant.EPOCH : lastAt.plus(minInterval);
    }

    /** Which reminder the last one was: {@code 2nd}. */
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
