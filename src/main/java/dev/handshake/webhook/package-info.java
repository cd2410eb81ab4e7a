/**
 * Signed webhooks: what happens to an account's images and invitations, sent to URLs that its admins chose.
 *
 * <p>An event is a row written in the transaction of what happened, in the same way whether its account has a webhook,
 * or exists at all, so that whoever caused it learns nothing from the time that takes. Deliveries are created later.
 *
 * <p>One delivery of a webhook is sent at a time, under the lease of the webhook's row. If the replica dies, another
 * sends the delivery again with the same id: receivers get each event at least once. A receiver that fails rests, so
 * that it costs others nothing.
 */
package dev.handshake.webhook;
