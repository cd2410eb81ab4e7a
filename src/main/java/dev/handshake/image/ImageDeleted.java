package dev.handshake.image;

/** An image was deleted. Fired in the transaction that deletes it. */
public record ImageDeleted(Image image) {}
