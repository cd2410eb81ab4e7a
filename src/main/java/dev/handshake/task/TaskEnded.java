package dev.handshake.task;

/** A task succeeded, failed or was canceled. Fired in the transaction that records it. */
public record TaskEnded(Task task) {}
