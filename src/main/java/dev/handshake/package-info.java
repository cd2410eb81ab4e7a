/**
 * Handshake: accounts of a cloud share machine images with each other, one to one, within a region.
 *
 * <p>The owner of an image offers it to an account number; that account accepts or rejects; both always see the current
 * status. Every package is a feature, and dependencies run in one direction only:
 *
 * <pre>
 * error ← web ← http, paging ← account ← task ← image ← sharing ← imagedata, catalog
 *    ← server, importing, export, notification, reminder ← cost, abuse ← api ← observability, demo
 * </pre>
 *
 * <p>{@code http} is the request pipeline, {@code web} what all pages share. {@code disk} detects disk image formats,
 * and {@code store} stores image data; {@code bill} is the arithmetic of {@code cost}; {@code keystone} validates
 * Keystone tokens for the API; {@code demo} exists in dev mode only. The rules of sharing are in
 * {@link dev.handshake.sharing.ImagePolicy}, and described in its package's documentation.
 */
package dev.handshake;
