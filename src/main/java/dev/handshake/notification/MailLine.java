package dev.handshake.notification;

/**
 * One notification in a mail.
 *
 * @param url absolute, of the page it refers to
 */
public record MailLine(NotificationText text, String url) {}
