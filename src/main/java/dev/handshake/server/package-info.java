/**
 * Servers started from images. In a region without a compute service the portal keeps records only; elsewhere
 * {@link dev.handshake.server.ServerTracker} lets them follow what that service says, and {@code provisioning} asks it.
 *
 * <p>A server belongs only to the account that started it. It records its source image's id, name and owner and keeps
 * that image's data alive, so it outlives a revocation and even the image. Who may start servers is decided by
 * {@link dev.handshake.sharing.ImageAccess#requireCanStartServer}. {@link dev.handshake.server.ServerService} checks it
 * with the image's row locked, so that nothing can be started after a removal was answered. Rows and histories of
 * deleted servers are kept.
 *
 * <p>A snapshot ({@link dev.handshake.server.SnapshotService}) is a new image of the server's account. The ancestry
 * from snapshot to server to image stays on record; {@link dev.handshake.server.Lineage} shows each reader the part it
 * may see. An export block also applies to all derived servers and snapshots.
 */
package dev.handshake.server;
