package dev.handshake.task;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Runs tasks that a client waits for, in the thread of the request. */
@ApplicationScoped
public class InlineTaskRunner {

    private final Map<TaskRun, CompletableFuture<Void>> active = new ConcurrentHashMap<>();
    private final Leases leases;

    InlineTaskRunner(Leases leases) {
        this.leases = leases;
    }

    /** The work of an inline task. */
    @FunctionalInterface
    public interface InlineTask {
        void run() throws IOException;
    }

    /** Claims {@code task} for this replica, in the transaction that creates it. */
    public TaskRun claim(Task task) {
        UUID run = UUID.randomUUID();
        leases.claim(task, run);
        return new TaskRun(task, run, leases);
    }

    /** Runs the task now. If the work fails, so does the task. */
    public void run(TaskRun run, InlineTask inlineTask) throws IOException {
        CompletableFuture<Void> over = new CompletableFuture<>();
        active.put(run, over);
        boolean done = false;
        try {
            inlineTask.run();
            done = true;
        } finally {
            active.remove(run);
            if (!done) {
                leases.fail(run, new RefusedException(Reason.UPLOAD_FAILED).message());
            }
            over.complete(null);
        }
    }

    Set<TaskRun> active() {
        return Set.copyOf(active.keySet());
    }

    /** Stops all inline tasks; their clients get an error response. */
    void abortAll() {
        active().forEach(TaskRun::stop);
    }

    /** Completes when all currently active tasks have ended. */
    CompletableFuture<Void> drained() {
        return CompletableFuture.allOf(active.values().toArray(CompletableFuture<?>[]::new));
    }
}
