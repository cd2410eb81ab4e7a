package dev.handshake.image;

/** An image was deleted for good; told in the transaction that deletes it. */
public record ImageDeleted(Image image) {}
