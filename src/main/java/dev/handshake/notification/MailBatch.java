package dev.handshake.notification;

import java.util.List;
import java.util.UUID;

/**
 * Notifications sent to one address in one mail, claimed by one replica.
 *
 * @param messageId the mail's own id, the same for every attempt
 * @param claimId the id of this attempt
 */
record MailBatch(UUID messageId, UUID claimId, Subscription recipient, List<Notification> notifications) {}
