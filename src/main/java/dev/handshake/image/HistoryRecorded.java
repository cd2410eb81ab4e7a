package dev.handshake.image;

/** An entry was added to the history of an image. Fired in the transaction that adds it. */
public record HistoryRecorded(HistoryEntry entry) {}
