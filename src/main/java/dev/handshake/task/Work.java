package dev.handshake.task;

/** One kind of task. */
public interface Work {

    TaskKind kind();

    /** The task failed: puts back what it had begun, in the transaction that records it. */
    void giveUp(Task task);
}
