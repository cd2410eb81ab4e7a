package dev.handshake.task;

/** A task succeeded, failed or was stopped; told in the transaction that records it. */
public record TaskEnded(Task task) {}
