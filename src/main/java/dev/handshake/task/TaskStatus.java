package dev.handshake.task;

import java.util.Locale;
import java.util.Set;

/** The status of a task. */
public enum TaskStatus {
    PENDING,
    PROCESSING,
    SUCCESS,
    FAILURE;

    /** Statuses that can still change. */
    static final Set<TaskStatus> UNFINISHED = Set.of(PENDING, PROCESSING);

    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
