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

/** Tasks that a client waits for: the replica that takes the request does them, in the request's thread. */
@ApplicationScoped
public class InlineTaskRunner {

    private final Map<TaskRun, CompletableFuture<Void>> active = new ConcurrentHashMap<>();
    private final Leases leases;

    InlineTaskRunner(Leases leases) {
        this.leases = leases;
    }

    /** What a client waits for. */
    @FunctionalInterface
    public interface InlineTask {
        void run() throws IOException;
    }

    /** This replica works at {@code task} itself, from the transaction on in which it was begun. */
    public TaskRun claim(Task task) {
        UUID run = UUID.randomUUID();
        leases.claim(task, run);
        return new TaskRun(task, run, leases);
    }

    /** Does it now. Where that fails, the task does too. */
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

    /** Refused, so that the clients hear of it. */
    void abortAll() {
        active().forEach(TaskRun::stop);
    }

    /** Done when all that are active now have ended. */
    CompletableFuture<Void> drained() {
        return CompletableFuture.allOf(active.values().toArray(CompletableFuture<?>[]::new));
    }
}
