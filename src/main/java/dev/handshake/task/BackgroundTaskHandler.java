package dev.handshake.task;

import java.io.IOException;

/** A kind of task that any replica can do, and begin again where another one died. */
public interface BackgroundTaskHandler extends TaskHandler {

    /** How many replicas may begin one task before it is given up. */
    int maxRuns();

    /**
     * Does it, and calls {@link TaskRun#finish} first in the transaction that records what it made.
     *
     * @throws dev.handshake.error.RefusedException where it cannot be done; the sentence is the task's message
     * @throws IOException where something broke that a person can do nothing about
     */
    void run(TaskRun run) throws IOException;
}
