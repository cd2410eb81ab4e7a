package dev.handshake.task;

/** A task was written down; told in its transaction. */
record Begun(Task task) {}
