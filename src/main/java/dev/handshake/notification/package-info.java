/**
 * What an account is told of what others did, and of work that is over: in the portal, and by mail where its people ask
 * for it.
 *
 * <p>A notice is a row that is written in the transaction of what it tells of, the same for a number that an account
 * has and for one that nobody has. To whom it goes by mail is looked up later, so that whoever caused it learns nothing
 * from how long that takes.
 *
 * <p>Mail cannot be part of a transaction. So each mail is taken under a lease, and marked as being handed over before
 * the mail server hears of it. Who dies before that mark leaves a mail that another replica sends. Who dies after it
 * leaves one of which nobody knows whether the server took it: it is not sent again, since it may have arrived, and the
 * notice says so in the portal, where nothing is ever lost. A server that says no, or breaks off, gets the mail again,
 * under the same Message-ID.
 */
package dev.handshake.notification;
