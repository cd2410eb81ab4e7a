package dev.handshake.task;

import java.io.IOException;

/** A kind of task that any replica can run, and run again after another replica died. */
public interface BackgroundTaskHandler extends TaskHandler {

    /** How often a task may be started before it fails. */
    int maxRuns();

    /**
     * Runs the task. Must call {@link TaskRun#finish} first in the transaction that records the result.
     *
     * @throws dev.handshake.error.RefusedException if the task fails for a reason the user can act on; its message
     *     becomes the task's message
     * @throws IOException for an internal failure
     */
    void run(TaskRun run) throws IOException;
}
