/**
 * The heart: who is a member of which image, and what each account may see and do.
 *
 * <p>The rules. An owner offers its image to account numbers, one relationship each; a new offer is pending. Only the
 * consumer sets the status, at any time and in any direction; only the owner removes members. Pending and rejected
 * members find the image by its id, only accepted ones have it in their list; everybody else finds nothing. A removal
 * takes effect at once: every change of an image's memberships locks the image's row first and reads the memberships
 * after that, so that of two changes one comes before the other. Image, membership and region are held together by
 * foreign keys. The owner and members in any status start servers from an image, everybody from a base image. Base
 * images are the provider's, public, and never offered. Nothing here knows which account numbers exist.
 *
 * <p>{@link dev.handshake.sharing.ImageAccess} is what one actor sees of an image, and
 * {@link dev.handshake.sharing.ImagePolicy} what it may do. {@link dev.handshake.sharing.SharingService} has the
 * owner's verbs, {@link dev.handshake.sharing.InvitationService} the consumer's. The resources only read requests and
 * answer.
 */
package dev.handshake.sharing;
