package dev.handshake.invitation;

import dev.handshake.reminder.ReminderStatus;
import dev.handshake.sharing.Membership;

/**
 * An invitation with what helps the consumer to decide.
 *
 * @param ownerLabel the consumer's private label for the owner's account number, or null
 * @param isFirstOffer whether nothing of the owner was offered to the consumer in the region before
 */
public record InvitationRow(Membership membership, ReminderStatus reminder, String ownerLabel, boolean isFirstOffer) {}
