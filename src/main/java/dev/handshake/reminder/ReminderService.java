package dev.handshake.reminder;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.SharingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends reminders. Holds the image's row lock, so the second of two concurrent reminders sees the first. */
@ApplicationScoped
public class ReminderService {

    /**
     * What became of the pending offers of an image.
     *
     * @param tooEarly those reminded too recently or as often as possible
     */
    public record RemindedCount(int reminded, int tooEarly) {}

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
        Membership offer = sharing.recordReminders(
                        actor, image, access -> List.of(requireReminded(access.requireMember(member))))
                .get(0);
        return statusOf(offer, Reminder.findById(Reminder.Key.of(offer)));
    }

    private Membership requireReminded(Membership offer) {
        Optional<Reminder> before = Reminder.findByIdOptional(Reminder.Key.of(offer));
        RefusedException no = statusOf(offer, before.orElse(null)).refusal();
        if (no != null) {
            throw no;
        }
        increment(offer, before.orElse(null));
        return offer;
    }

    /**
     * Reminds every consumer of the image that has not decided; those for whom it is too early, or who were reminded as
     * often as possible, are left out.
     *
     * @throws RefusedException the reason that forbids offering
     */
    @Transactional
    public RemindedCount remindAll(Actor actor, UUID image) {
        AtomicInteger pending = new AtomicInteger();
        List<Membership> reminded = sharing.recordReminders(actor, image, access -> {
            List<Membership> waiting = access.members().stream()
                    .filter(Membership::isPendingForOwner)
                    .toList();
            pending.set(waiting.size());
            return remindWhereAllowed(access.image(), waiting);
        });
        return new RemindedCount(reminded.size(), pending.get() - reminded.size());
    }

    private List<Membership> remindWhereAllowed(Image image, List<Membership> waiting) {
        Map<String, Reminder> before = Reminder.listByImage(image).stream()
                .collect(Collectors.toMap(each -> each.member, Function.identity()));
        List<Membership> reminded = waiting.stream()
                .filter(each -> statusOf(each, before.get(each.member)).canRemind())
                .toList();
        reminded.forEach(each -> increment(each, before.get(each.member)));
        return reminded;
    }

    private void increment(Membership offer, Reminder before) {
        Reminder reminder = before == null ? Reminder.create(offer) : before;
        reminder.increment(clock.instant());
        reminder.persist();
    }

    private ReminderStatus statusOf(Membership offer, Reminder reminder) {
        return ReminderStatus.of(offer.isPendingForOwner(), reminder, settings, clock.instant());
    }
}
