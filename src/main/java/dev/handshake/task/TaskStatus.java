package dev.handshake.task;

import java.util.Locale;
import java.util.Set;

/** The status of a task. */
public enum TaskStatus {
    PENDING("Pending"),
    PROCESSING("Running"),
    SUCCESS("Completed"),
    FAILURE("Failed"),
    /** Stopped by a person. Stored as a failure, since the Images API has no status for it. */
    CANCELED("Canceled");

    /** Statuses that can still change. */
    static final Set<TaskStatus> UNFINISHED = Set.of(PENDING, PROCESSING);

    /** Same in HQL. A list as a parameter would be translated to SQL anew each time. */
    static final String IS_UNFINISHED = "status in (PENDING, PROCESSING)";

    private final String label;

    TaskStatus(String label) {
        this.label = label;
    }

    /** As the pages call it. */
    public String label() {
        return label;
    }

    /** The class of its badge on pages. */
    public String style() {
        return "status-" + name().toLowerCase(Locale.ROOT);
    }

    /** As the tasks of the Images API call it. */
    public String apiName() {
        return (this == CANCELED ? FAILURE : this).name().toLowerCase(Locale.ROOT);
    }
}
