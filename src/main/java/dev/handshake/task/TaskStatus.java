package dev.handshake.task;

import java.util.Locale;
import java.util.Set;

/** How far a task is. */
public enum TaskStatus {
    PENDING,
    PROCESSING,
    SUCCESS,
    FAILURE;

    /** Those that still become another. */
    static final Set<TaskStatus> UNFINISHED = Set.of(PENDING, PROCESSING);

    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
