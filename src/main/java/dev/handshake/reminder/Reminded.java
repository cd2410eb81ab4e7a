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
public record Reminded(boolean isPending, int times, Instant lastAt, Duration pause, int most, Instant now) {

    /** @param isPending for whom it is shown to */
    static Reminded of(boolean isPending, Reminder reminder, ReminderSettings settings, Instant now) {
        int times = reminder == null ? 0 : reminder.times;
        Instant lastAt = reminder == null ? null : reminder.lastAt;
        return new Reminded(isPending, times, lastAt, settings.pause(), settings.most(), now);
    }

    /** Why the consumer may not be reminded now; null where it may. */
    RefusedException refusal() {
        if (!isPending) {
            return new RefusedException(Reason.NOT_PENDING);
        }
        if (isOver()) {
            return new RefusedException(Reason.TOO_MANY_REMINDERS, most);
        }
        return againAt().isAfter(now) ? new RefusedException(Reason.REMINDED_RECENTLY, Formats.utc(againAt())) : null;
    }

    public boolean isDue() {
        return refusal() == null;
    }

    /** Whether the consumer was ever reminded, and still is to answer. */
    public boolean isWaitedFor() {
        return isPending && times > 0;
    }

    /** Whether it can never be reminded of this offer again. */
    public boolean isOver() {
        return times >= most;
    }

    /** From when on it may be reminded. */
    public Instant againAt() {
        return lastAt == null ? Instant.EPOCH : lastAt.plus(pause);
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
