/**
 * What accounts start from images. The portal keeps the record and starts no machine itself: that is for the cloud's
 * compute service, which can ask here first and record what it did.
 *
 * <p>A server belongs to the account that started it, alone. It keeps what it came from (the image's id, name and
 * owner) and holds on to that image's data, so that it outlives a revocation, and even the image. Who may start from an
 * image is a rule of {@code image} ({@link dev.handshake.sharing.ImageAccess#mustStart});
 * {@link dev.handshake.server.ServerService} asks it with the image's row locked, so that once a removal is answered
 * nothing starts any more. Rows of deleted servers stay, and so does what happened to each.
 *
 * <p>A snapshot ({@link dev.handshake.server.SnapshotService}) is an image of that account alone. What it was taken of
 * stays on record, and so the whole way back, from snapshot to server to image; {@link dev.handshake.server.Lineage}
 * shows each reader as much of it as it may know. What must not leave the cloud must not by a snapshot either.
 */
package dev.handshake.server;
