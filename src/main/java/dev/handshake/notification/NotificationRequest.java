package dev.handshake.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * What an account is told besides what history and tasks tell; to be fired in the transaction of what it tells of.
 *
 * @param account that is told
 * @param sender the account that did it
 * @param targetId the id of what the notice leads to, as its topic says
 * @param message that go with it
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
