package dev.handshake.notification;

import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryRecorded;
import dev.handshake.task.TaskEnded;
import dev.handshake.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Writes notifications, in the transaction of the event they are about. Everyone concerned is notified except the
 * account that caused the event.
 *
 * <p>Repeated changes back and forth are merged into one unread notification that shows the latest. Changes to an image
 * and its members hold the image's row lock, so the second of two concurrent changes finds the notification of the
 * first.
 */
@ApplicationScoped
class NotificationWriter {

    private final MuteLookup mutes;
    private final NotificationMailConfig mail;

    NotificationWriter(MuteLookup mutes, NotificationMailConfig mail) {
        this.mutes = mutes;
        this.mail = mail;
    }

    void onHistoryRecorded(@Observes HistoryRecorded event) {
        HistoryEntry line = event.entry();
        HistoryRecipients.of(line)
                .filter(account -> !account.equals(line.byAccount))
                .map(account -> Notification.from(line, account))
                .forEach(this::write);
    }

    /**
     * Uploads need no notification, since their client waits for the result; nor does a task that a person stopped,
     * since the account did that itself.
     */
    void onTaskEnded(@Observes TaskEnded ended) {
        if (ended.task().kind != TaskKind.UPLOAD && !ended.task().isCanceled()) {
            write(Notification.from(ended.task()));
        }
    }

    void onNotificationRequest(@Observes NotificationRequest notificationRequest) {
        write(Notification.from(notificationRequest));
    }

    private void write(Notification notification) {
        if (mutes.hasMuted(notification.account, notification.sender)) {
            notification.markMuted();
        }
        NotificationQueries.lockMergeable(notification).ifPresentOrElse(same -> merge(same, notification), () -> {
            if (!notification.isMuted() && mail.enabled()) {
                notification.scheduleMail(notification.at);
            }
            notification.persist();
        });
    }

    /** Of several changes in a short time, the first is mailed at once and the latest after {@code min-interval}. */
    private void merge(Notification same, Notification latest) {
        same.merge(latest);
        if (!same.isMuted() && mail.enabled() && !same.isMailPending()) {
            same.scheduleMail(latest.at.plus(mail.minInterval()));
        }
    }
}
