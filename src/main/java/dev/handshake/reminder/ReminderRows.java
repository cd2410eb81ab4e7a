package dev.handshake.reminder;

import dev.handshake.sharing.MemberRow;
import dev.handshake.sharing.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reminder states of offers. */
@ApplicationScoped
@Named("reminders")
public class ReminderRows {

    /**
     * An offer with its reminder status.
     *
     * @param label the owner's private label for the member; null if there is none
     */
    public record OfferReminderRow(Membership membership, String label, ReminderStatus reminder) {}

    private final ReminderConfig settings;
    private final Clock clock;

    ReminderRows(ReminderConfig settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * As shown to the consumer.
     *
     * @param times how often the consumer was reminded; null if never
     * @param lastAt when it was last; null if never
     */
    public ReminderStatus forInvitation(Membership offer, Integer times, Instant lastAt) {
        Reminder reminder = times == null ? null : Reminder.of(offer, times, lastAt);
        return ReminderStatus.of(offer.isPending(), reminder, settings, clock.instant());
    }

    /** As shown to the owner. */
    public List<OfferReminderRow> forOffers(List<MemberRow> offers) {
        Instant now = clock.instant();
        Map<Reminder.Key, Reminder> reminders =
                Reminder.findFor(offers.stream().map(MemberRow::membership).toList());
        return offers.stream().map(each -> row(each, reminders, now)).toList();
    }

    private OfferReminderRow row(MemberRow offer, Map<Reminder.Key, Reminder> reminders, Instant now) {
        Membership membership = offer.membership();
        Reminder reminder = reminders.get(Reminder.Key.of(membership));
        return new OfferReminderRow(
                membership, offer.label(), ReminderStatus.of(membership.isPendingForOwner(), reminder, settings, now));
    }
}
