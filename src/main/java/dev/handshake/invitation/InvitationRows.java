package dev.handshake.invitation;

import dev.handshake.paging.NativeRows;
import dev.handshake.paging.NativeRows.ResultColumn;
import dev.handshake.reminder.ReminderRows;
import dev.handshake.reminder.ReminderStatus;
import dev.handshake.sharing.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads what a consumer sees of its invitations beside the image, in one query for any number. */
@ApplicationScoped
@Named("invitationRows")
public class InvitationRows {

    /**
     * The history outlives removed offers and deleted images. Its region is given as a value, so that only one
     * partition is read. What is known of the invitations is given too: PostgreSQL would look for them among all
     * memberships of the account.
     */
    private static final String SELECT = "select i.image_id, l.label, r.times, r.last_at, not exists (select 1"
            + " from history h where h.region = :region and h.member = :member and h.owner = i.owner"
            + " and h.at < i.offered_at) as is_first from unnest(cast(:images as uuid array),"
            + " cast(:owners as varchar array), cast(:times as timestamp(6) with time zone array))"
            + " i (image_id, owner, offered_at)"
            + " left join account_label l on l.account = :member and l.number = i.owner"
            + " left join reminder r on r.region = :region and r.image_id = i.image_id and r.member = :member";

    private static final ResultColumn[] COLUMNS = {
        new ResultColumn("image_id", UUID.class),
        new ResultColumn("label", String.class),
        new ResultColumn("times", Integer.class),
        new ResultColumn("last_at", Instant.class),
        new ResultColumn("is_first", Boolean.class)
    };

    private final ReminderRows reminders;

    InvitationRows(ReminderRows reminders) {
        this.reminders = reminders;
    }

    /** @param invitations of one account in one region */
    public List<InvitationRow> forInvitations(List<Membership> invitations) {
        if (invitations.isEmpty()) {
            return List.of();
        }
        Map<UUID, Object[]> facts = load(invitations);
        return invitations.stream()
                .map(each -> row(each, facts.get(each.imageId)))
                .toList();
    }

    public InvitationRow forInvitation(Membership invitation) {
        return forInvitations(List.of(invitation)).get(0);
    }

    private InvitationRow row(Membership invitation, Object[] facts) {
        ReminderStatus reminder = reminders.forInvitation(invitation, (Integer) facts[2], (Instant) facts[3]);
        return new InvitationRow(invitation, reminder, (String) facts[1], (Boolean) facts[4]);
    }

    private static Map<UUID, Object[]> load(List<Membership> invitations) {
        Membership any = invitations.get(0);
        Map<String, Object> values = Map.of(
                "region", any.region,
                "member", any.member,
                "images", invitations.stream().map(each -> each.imageId).toArray(UUID[]::new),
                "owners", invitations.stream().map(each -> each.owner).toArray(String[]::new),
                "times", invitations.stream().map(each -> each.offeredAt).toArray(Instant[]::new));
        return NativeRows.select(SELECT, values, COLUMNS).stream()
                .collect(Collectors.toMap(each -> (UUID) each[0], Function.identity()));
    }
}
