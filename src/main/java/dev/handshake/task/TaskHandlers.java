package dev.handshake.task;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The handlers of all kinds of tasks. */
@ApplicationScoped
class TaskHandlers {

    private final List<TaskHandler> all;

    TaskHandlers(@All List<TaskHandler> all) {
        this.all = all;
    }

    TaskHandler handlerFor(Task task) {
        return all.stream()
                .filter(taskHandler -> taskHandler.kind() == task.kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing does tasks of the kind " + task.kind));
    }

    /** Whether a replica may run the task, or run it again. */
    boolean canRun(Task task) {
        return handlerFor(task) instanceof BackgroundTaskHandler work && !task.hasRun(work.maxRuns());
    }
}
