package dev.handshake.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A notification requested by a feature, other than those about history and tasks. Fired in the transaction of the
 * event it is about.
 *
 * @param account the recipient
 * @param sender the account whose action caused it
 * @param targetId the id of what it links to, depending on its type
 * @param message shown with it
 */
public record NotificationRequest(
        String region,
        String account,
        NotificationType type,
        String sender,
        UUID imageId,
        String imageName,
        UUID targetId,
        String message,
        Instant at) {}
