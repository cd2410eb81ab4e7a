/**
 * Notifications about other accounts' actions and finished tasks: in the portal, and by mail to subscribed users.
 *
 * <p>A notification is a row written in the transaction of its event, in the same way whether its account number exists
 * or not. Mail recipients are looked up later, so that the sender learns nothing from the time that takes.
 *
 * <p>Sending mail cannot be part of a transaction. Each mail is claimed with a lease and marked as being sent before it
 * is passed to the mail server. If the replica dies before the mark, another replica sends the mail. If it dies after
 * the mark, nobody knows whether the server accepted the mail: it is not sent again, since it may have arrived, and the
 * portal shows the notification with a remark, so nothing is lost. If the server refuses temporarily or disconnects,
 * the mail is retried with the same Message-ID.
 */
package dev.handshake.notification;
