package dev.handshake.notification;

/** Whether a notice was read, for the whole account: whoever of it reads one has read it for all. */
public enum NotificationState {
    UNREAD,
    READ,
    /** Of an account that was muted then: kept, but not counted and not mailed. */
    MUTED
}
