package dev.handshake.reminder;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.MembershipService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Reminds. The image's row is locked meanwhile, so that of two reminders at once the second finds the first. */
@ApplicationScoped
public class Reminding {

    private final MembershipService memberships;
    private final ReminderSettings settings;
    private final Clock clock;

    Reminding(MembershipService memberships, ReminderSettings settings, Clock clock) {
        this.memberships = memberships;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The consumer is told again that the offer waits.
     *
     * @return how it stands from there on
     * @throws RefusedException {@link Reason#NOT_PENDING}; {@link Reason#REMINDED_RECENTLY};
     *     {@link Reason#TOO_MANY_REMINDERS}; or what forbids an offer
     */
    @Transactional
    public Reminded remind(Actor actor, UUID image, String member) {
        Membership offer = memberships.recordReminder(actor, image, member, this::note);
        return stands(offer, Reminder.findById(Reminder.Key.of(offer)));
    }

    private void note(Membership offer) {
        Optional<Reminder> before = Reminder.findByIdOptional(Reminder.Key.of(offer));
        RefusedException no = stands(offer, before.orElse(null)).refusal();
        if (no != null) {
            throw no;
        }
        Reminder reminder = before.orElseGet(() -> Reminder.of(offer));
        reminder.again(clock.instant());
        reminder.persist();
    }

    private Reminded stands(Membership offer, Reminder reminder) {
        return Reminded.of(offer.isPendingForOwner(), reminder, settings, clock.instant());
    }
}
