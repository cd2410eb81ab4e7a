package dev.handshake.task;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How each kind of task is done. */
@ApplicationScoped
class Works {

    private final List<Work> all;

    Works(@All List<Work> all) {
        this.all = all;
    }

    Work of(Task task) {
        return all.stream()
                .filter(work -> work.kind() == task.kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing does tasks of the kind " + task.kind));
    }

    /** Whether a replica may begin it, or begin it again. */
    boolean mayRun(Task task) {
        return of(task) instanceof BackgroundWork work && !task.wasRun(work.mostRuns());
    }
}
