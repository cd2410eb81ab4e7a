package dev.handshake.image;

/** Told, in the transaction that says so, when the data of an image is complete in the store. */
public record ImageDataStored(Image image) {}
