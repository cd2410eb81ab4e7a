package dev.handshake.image;

/** The data of an image is complete in the store. Fired in the transaction that activates the image. */
public record ImageDataStored(Image image) {}
