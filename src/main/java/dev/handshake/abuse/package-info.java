/**
 * What a consumer does about an image that was shared with it in error or with bad intent: it reports it, which rejects
 * the offer, and gets a case number. The operator's desk sees the case and the image that it is about, and no other
 * image of any account.
 *
 * <p>The provider suspends an image together with its data: {@link dev.handshake.catalog.SuspensionService}. The owner
 * learns that, and why, but never who reported it. So it is not told of the rejection that comes with a report either,
 * neither then nor later: it goes on seeing what the consumer had decided before, with the same times, on every page,
 * at the API and in whatever it does by status. Telling it later would only blur the order, and not hide it where few
 * accounts are members. What the consumer decides after that is told as always, where it differs from what the owner
 * sees.
 */
package dev.handshake.abuse;
