package dev.handshake.invitation;

import dev.handshake.paging.NativeRows;
import dev.handshake.reminder.ReminderRows;
import dev.handshake.reminder.ReminderRows.OfferReminderRow;
import dev.handshake.sharing.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads what a consumer sees of the owners of its invitations: one query for any number, and one for reminders. */
@ApplicationScoped
@Named("invitationRows")
public class InvitationRows {

    /**
     * The history outlives removed offers and deleted images. Its region is given as a value, so that only one
     * partition is read.
     */
    private static final String ABOUT_OWNERS = "select m.image_id, l.label, not exists (select 1 from history h"
            + " where h.region = :region and h.member = :member and h.owner = m.owner and h.at < m.offered_at)"
            + " as is_first from membership m"
            + " left join account_label l on l.account = m.member and l.number = m.owner"
            + " where m.region = :region and m.member = :member and m.image_id = any(:images)";

    /** The label may be null. */
    private record OwnerFacts(UUID image, String label, boolean isFirst) {

        /** Of an invitation that was withdrawn a moment ago. */
        private static final OwnerFacts UNKNOWN = new OwnerFacts(null, null, false);
    }

    private final ReminderRows reminders;

    InvitationRows(ReminderRows reminders) {
        this.reminders = reminders;
    }

    /** @param invitations of one account in one region */
    public List<InvitationRow> forInvitations(List<Membership> invitations) {
        if (invitations.isEmpty()) {
            return List.of();
        }
        Map<UUID, OwnerFacts> owners = loadOwnerFacts(invitations);
        return reminders.forInvitations(invitations).stream()
                .map(each -> row(each, owners.getOrDefault(each.membership().imageId, OwnerFacts.UNKNOWN)))
                .toList();
    }

    public InvitationRow forInvitation(Membership invitation) {
        return forInvitations(List.of(invitation)).get(0);
    }

    private static InvitationRow row(OfferReminderRow offer, OwnerFacts owner) {
        return new InvitationRow(offer.membership(), offer.reminder(), owner.label(), owner.isFirst());
    }

    private static Map<UUID, OwnerFacts> loadOwnerFacts(List<Membership> invitations) {
        Membership any = invitations.get(0);
        UUID[] images = invitations.stream().map(each -> each.imageId).toArray(UUID[]::new);
        return NativeRows.select(
                        ABOUT_OWNERS,
                        Map.of("region", any.region, "member", any.member, "images", images),
                        new NativeRows.ResultColumn("image_id", UUID.class),
                        new NativeRows.ResultColumn("label", String.class),
                        new NativeRows.ResultColumn("is_first", Boolean.class))
                .stream()
                .map(each -> new OwnerFacts((UUID) each[0], (String) each[1], (Boolean) each[2]))
                .collect(Collectors.toMap(OwnerFacts::image, Function.identity()));
    }
}
