/**
 * Handshake: accounts of a cloud share machine images with each other, one to one, inside a region.
 *
 * <p>The owner of an image offers it to an account number; that account accepts or rejects; both always know where they
 * stand. Every package is a feature, and dependencies run in one direction only:
 *
 * <pre>
 * error ← web ← http, paging ← account ← task ← image ← sharing ← imagedata, catalog
 *       ← server, importing, export, notification, reminder ← cost, abuse ← api ← observability, demo
 * </pre>
 *
 * <p>{@code http} is the request pipeline, {@code web} what pages share. {@code disk} reads disk image files, and
 * {@code store} keeps them; {@code bill} is the arithmetic of {@code cost}; {@code keystone} reads tokens for the api;
 * {@code demo} exists in dev mode only. The rules of sharing are in {@link dev.handshake.sharing.ImagePolicy}, in prose
 * in the description of that package.
 */
package dev.handshake;
