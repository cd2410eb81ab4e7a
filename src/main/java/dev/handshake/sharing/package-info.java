/**
 * The core of the product: who is a member of which image, and what each account may see and do.
 *
 * <p>The rules: An owner offers its image to account numbers, with one membership each; a new offer is pending. Only
 * the consumer sets the status, at any time and in any direction; only the owner removes members. Pending and rejected
 * members find the image by its id, only accepted ones have it in their list; everyone else gets "not found". A removal
 * takes effect at once: every change to an image's memberships locks the image's row first and reads the memberships
 * after that, so that concurrent changes are serialized. Foreign keys tie image, membership and region together. The
 * owner and members in any status may start servers from an image; everyone may start them from a base image. Base
 * images belong to the provider, are public, and are never offered. Nothing here knows which account numbers exist.
 *
 * <p>{@link dev.handshake.sharing.ImageAccess} is what one actor sees of an image, and
 * {@link dev.handshake.sharing.ImagePolicy} what it may do. {@link dev.handshake.sharing.SharingService} has the
 * owner's actions, {@link dev.handshake.sharing.InvitationService} the consumer's. The resources only read requests and
 * write responses.
 */
package dev.handshake.sharing;
