/**
 * Snapshots that the cloud's compute service takes by itself. Nova creates an image, with properties that name the
 * server and the image the server was started from, and uploads the disk; it tells the portal nothing of its servers.
 *
 * <p>Only the compute service is believed: a user may send the same properties, and gets an ordinary image. Even what
 * it sends may be a user's words, since Nova lets the metadata of a request override its own. So an image tells the
 * compute service its id in the name of a property, which no user can take away, and what a snapshot inherits is the
 * strictest of all the images named. An image that the account never knew is no better than none: it is not shown, and
 * the snapshot cannot be exported until an operator allows it.
 */
package dev.handshake.compute;
