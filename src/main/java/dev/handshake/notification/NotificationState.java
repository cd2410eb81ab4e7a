package dev.handshake.notification;

/** Whether a notification was read. Applies to the whole account: one user reads it for all. */
public enum NotificationState {
    UNREAD,
    READ,
    /** The sender was muted at the time: kept, but not counted or mailed. */
    MUTED
}
