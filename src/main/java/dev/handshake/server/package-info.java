/**
 * What accounts start from images. The portal keeps the record and starts no machine itself: that is for the cloud's
 * compute service, which can ask here first and record what it did.
 *
 * <p>A server belongs to the account that started it, alone. It keeps what it came from (the image's id, name and owner)
 * and holds on to that image's data, so that it outlives a revocation, and even the image. Who may start from an image
 * is a rule of {@code image} ({@link dev.handshake.image.Sight#mustStart}); {@link dev.handshake.server.Provisioning}
 * asks it with the image's row locked, so that once a removal is answered nothing starts any more. Rows of deleted
 * servers stay, and so does what happened to each.
 */
package dev.handshake.server;
