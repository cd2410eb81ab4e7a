package dev.handshake.reminder;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.SharingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Sends reminders. Holds the image's row lock, so the second of two concurrent reminders sees the first. */
@ApplicationScoped
public class ReminderService {

    private final SharingService sharing;
    private final ReminderConfig settings;
    private final Clock clock;

    ReminderService(SharingService sharing, ReminderConfig settings, Clock clock) {
        this.sharing = sharing;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Reminds the consumer of a pending offer.
     *
     * @return the status after the reminder
     * @throws RefusedException {@link Reason#NOT_PENDING}; {@link Reason#REMINDED_RECENTLY};
     *     {@link Reason#TOO_MANY_REMINDERS}; or the reason that forbids offering
     */
    @Transactional
    public ReminderStatus remind(Actor actor, UUID image, String member) {
        Membership offer = sharing.recordReminder(actor, image, member, this::recordReminder);
        return statusOf(offer, Reminder.findById(Reminder.Key.of(offer)));
    }

    private void recordReminder(Membership offer) {
        Optional<Reminder> before = Reminder.findByIdOptional(Reminder.Key.of(offer));
        RefusedException no = statusOf(offer, before.orElse(null)).refusal();
        if (no != null) {
            throw no;
        }
        Reminder reminder = before.orElseGet(() -> Reminder.create(offer));
        reminder.increment(clock.instant());
        reminder.persist();
    }

    private ReminderStatus statusOf(Membership offer, Reminder reminder) {
        return ReminderStatus.of(offer.isPendingForOwner(), reminder, settings, clock.instant());
    }
}
