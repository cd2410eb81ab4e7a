package dev.handshake.reminder;

import dev.handshake.sharing.MemberRow;
import dev.handshake.sharing.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the pages of images show of reminders: asked once for all the offers of a page. */
@ApplicationScoped
@Named("reminders")
public class Reminders {

    /**
     * One offer of a page, and how it stands with reminders.
     *
     * @param label the owner's private name for the member; null where there is none, or where it is not the owner's
     *     page
     */
    public record Row(Membership membership, String label, Reminded reminded) {}

    private final ReminderSettings settings;
    private final Clock clock;

    Reminders(ReminderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What the consumer sees. */
    public List<Row> beside(List<Membership> offers) {
        return rows(offers.stream().map(each -> new MemberRow(each, null)).toList(), Membership::isPending);
    }

    /** What the owner sees. */
    public List<Row> besideRows(List<MemberRow> offers) {
        return rows(offers, Membership::isPendingForOwner);
    }

    private List<Row> rows(List<MemberRow> offers, Predicate<Membership> isPending) {
        Instant now = clock.instant();
        Map<Reminder.Key, Reminder> reminders =
                Reminder.of(offers.stream().map(MemberRow::membership).toList());
        return offers.stream().map(each -> row(each, reminders, isPending, now)).toList();
    }

    public Row one(Membership offer) {
        return beside(List.of(offer)).get(0);
    }

    private Row row(
            MemberRow offer, Map<Reminder.Key, Reminder> reminders, Predicate<Membership> isPending, Instant now) {
        Membership membership = offer.membership();
        Reminder reminder = reminders.get(Reminder.Key.of(membership));
        return new Row(membership, offer.label(), Reminded.of(isPending.test(membership), reminder, settings, now));
    }
}
