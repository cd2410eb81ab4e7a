package dev.handshake.task;

import java.util.Locale;
import java.util.Set;

/** The status of a task. */
public enum TaskStatus {
    PENDING("Pending"),
    PROCESSING("Running"),
    SUCCESS("Completed"),
    FAILURE("Failed");

    /** Statuses that can still change. */
    static final Set<TaskStatus> UNFINISHED = Set.of(PENDING, PROCESSING);

    private final String label;

    TaskStatus(String label) {
        this.label = label;
    }

    /** As the pages call it. */
    public String label() {
        return label;
    }

    /** As the tasks of the Images API call it. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
