package dev.handshake.notification;

/**
 * One notice in a mail.
 *
 * @param url of what it tells of, whole
 */
public record MailLine(NotificationText text, String url) {}
