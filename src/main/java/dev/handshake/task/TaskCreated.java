package dev.handshake.task;

/** A task was created. Fired in its transaction. */
record TaskCreated(Task task) {}
