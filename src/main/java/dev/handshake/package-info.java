/**
 * Handshake: accounts of a cloud share machine images with each other, one to one, inside a region.
 *
 * <p>The owner of an image offers it to an account number; that account accepts or rejects; both always know where they
 * stand. Every package is a feature, and dependencies run in one direction only:
 *
 * <pre>
 * error, web ← http, paging ← region ← account ← task ← image ← importing, server ← cost, export, notice, reminder ← abuse ← api
 * </pre>
 *
 * <p>{@code disk} reads disk image files and needs only {@code error}; {@code store} keeps them and needs nothing;
 * {@code bill} is the arithmetic of {@code cost} and needs only the language; {@code keystone} reads tokens for the
 * api; {@code watch} shows operators how all of it is; {@code demo} exists in dev mode alone. The rules of sharing are
 * in {@link dev.handshake.image.Sharing}, in prose in the package description beside it.
 */
package dev.handshake;
