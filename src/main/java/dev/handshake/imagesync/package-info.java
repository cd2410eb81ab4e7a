/**
 * Regions whose images the cloud's own Image service keeps. A sweep reads all images and members again and again, one
 * page after the other on one replica at a time ({@link dev.handshake.imagesync.SweepRunner}), and copies what differs
 * into the portal's tables, where all pages and the API read it. Glance has no call for what changed: changes of
 * members leave no trace in the image. So the copy is at most as old as two sweeps take ({@code handshake.glance.lag}).
 *
 * <p>Where Glance sends notifications, the images that they are about are read at once
 * ({@link dev.handshake.imagesync.NotifiedImages}). They can be lost, so the sweep stays.
 *
 * <p>Where members are changed here too, each change is written down in its transaction
 * ({@link dev.handshake.imagesync.MemberChanges}) and made at Glance until it is seen there
 * ({@link dev.handshake.imagesync.MemberChangeRunner}). Until then a sweep keeps it, except that a removal on either
 * side wins over a decision on the other, and of two decisions the later one counts.
 */
package dev.handshake.imagesync;
