package dev.handshake.task;

/** A task was written down; told in its transaction. */
record TaskCreated(Task task) {}
