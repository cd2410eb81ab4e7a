/**
 * The heart: images, who is a member of them, and what each account may see and do.
 *
 * <p>The rules, in prose. An owner offers its image to account numbers, one relationship each; a new offer is pending.
 * The consumer alone sets the status, at any time and in any direction; the owner alone removes members. Pending and
 * rejected members find the image by its id, only accepted ones have it in their list; everybody else finds nothing. A
 * removal takes effect at once: every change of an image's memberships locks the image's row first and reads the
 * memberships after that, so that of two changes one comes before the other. Image, membership and region are held
 * together by foreign keys. Owner and members, in any status, start servers from an image, and everybody from a base
 * image. Base images are the provider's, public, and never offered. Nothing here knows which account numbers exist.
 *
 * <p>{@link dev.handshake.image.Sight} says what an actor may do with an image; {@link dev.handshake.image.Sharing}
 * does it, and for the consumer {@link dev.handshake.image.Answering}; the page classes ({@code Images},
 * {@code Offers}, {@code Invitations} and so on) only read requests and answer.
 */
package dev.handshake.image;
