/**
 * Abuse reports. A consumer reports an image shared in error or with bad intent; this rejects the invitation, and the
 * consumer gets a case number. Operators see the report and its image, but no other image of any account.
 *
 * <p>The provider suspends an image together with its data: {@link dev.handshake.catalog.SuspensionService}. The owner
 * learns of the suspension and its reason, but never who reported the image. Therefore it is not told of the rejection
 * that comes with a report, neither then nor later. It keeps seeing the consumer's previous decision with its previous
 * times, on every page, in the API, and in selections by status. Telling it later would only blur the order, and would
 * not hide the reporter of an image with few members. Later decisions of the consumer are shown as usual, if they
 * differ from what the owner sees.
 */
package dev.handshake.abuse;
