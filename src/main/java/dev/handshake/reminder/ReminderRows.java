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

/** Reminder states for lists of offers, in one query per page. */
@ApplicationScoped
@Named("reminders")
public class ReminderRows {

    /**
     * An offer with its reminder status.
     *
     * @param label the owner's private label for the member; null if there is none, or on the consumer's pages
     */
    public record OfferReminderRow(Membership membership, String label, ReminderStatus reminder) {}

    private final ReminderConfig settings;
    private final Clock clock;

    ReminderRows(ReminderConfig settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** As shown to the consumer. */
    public List<OfferReminderRow> forInvitations(List<Membership> offers) {
        return rows(offers.stream().map(each -> new MemberRow(each, null)).toList(), Membership::isPending);
    }

    /** As shown to the owner. */
    public List<OfferReminderRow> forOffers(List<MemberRow> offers) {
        return rows(offers, Membership::isPendingForOwner);
    }

    private List<OfferReminderRow> rows(List<MemberRow> offers, Predicate<Membership> isPending) {
        Instant now = clock.instant();
        Map<Reminder.Key, Reminder> reminders =
                Reminder.findFor(offers.stream().map(MemberRow::membership).toList());
        return offers.stream().map(each -> row(each, reminders, isPending, now)).toList();
    }

    public OfferReminderRow forInvitation(Membership offer) {
        return forInvitations(List.of(offer)).get(0);
    }

    private OfferReminderRow row(
            MemberRow offer, Map<Reminder.Key, Reminder> reminders, Predicate<Membership> isPending, Instant now) {
        Membership membership = offer.membership();
        Reminder reminder = reminders.get(Reminder.Key.of(membership));
        return new OfferReminderRow(
                membership, offer.label(), ReminderStatus.of(isPending.test(membership), reminder, settings, now));
    }
}
