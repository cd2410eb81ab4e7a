package dev.handshake.task;

/** Handles one kind of task. */
public interface TaskHandler {

    TaskKind kind();

    /** Undoes what the failed task had begun, in the transaction that records the failure. */
    default void onFailure(Task task) {}
}
