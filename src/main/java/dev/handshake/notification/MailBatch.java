package dev.handshake.notification;

import java.util.List;
import java.util.UUID;

/**
 * Notices that go to one address in one mail, in the hands of one replica.
 *
 * @param messageId the mail's own id, the same at every try
 * @param claimId this try's
 */
record MailBatch(UUID messageId, UUID claimId, Subscription recipient, List<Notification> notifications) {}
