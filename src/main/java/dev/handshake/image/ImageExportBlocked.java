package dev.handshake.image;

/** The data of an image does not leave the cloud from here on; told in the transaction that says so. */
public record ImageExportBlocked(Image image) {}
