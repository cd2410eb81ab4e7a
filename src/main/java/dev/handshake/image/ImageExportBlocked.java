package dev.handshake.image;

/** An image was marked not exportable. Fired in the transaction that marks it. */
public record ImageExportBlocked(Image image) {}
