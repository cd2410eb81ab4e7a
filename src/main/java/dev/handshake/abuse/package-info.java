/**
 * What a consumer does about an image that was shared with it in error or with bad intent: it reports it, which rejects
 * the offer, and gets a case number. The operator's desk sees the case and the image that it is about, and no other image
 * of any account. The owner learns that the provider took its image out of use, and why, but never who reported it.
 */
package dev.handshake.abuse;
