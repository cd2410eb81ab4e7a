package dev.handshake.task;

/** One kind of task. */
public interface TaskHandler {

    TaskKind kind();

    /** The task failed: puts back what it had begun, if anything, in the transaction that records it. */
    default void onFailure(Task task) {}
}
