package dev.handshake.task;

import dev.handshake.error.RefusedException;
import dev.handshake.lease.WorkerPool;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Runs this replica's background tasks: claims a limited number, renews their leases, and records their outcomes. */
@ApplicationScoped
class TaskExecutor {

    private static final Logger LOG = Logger.getLogger(TaskExecutor.class);

    private final Leases leases;
    private final TaskHandlers handlers;
    private final InlineTaskRunner inline;
    private final ExecutorService threads;
    private final TaskShares shares;
    private final WorkerPool<TaskRun> pool;

    TaskExecutor(
            Leases leases, TaskHandlers handlers, InlineTaskRunner inline, ExecutorService threads, TaskConfig config) {
        this.leases = leases;
        this.handlers = handlers;
        this.inline = inline;
        this.threads = threads;
        this.shares = new TaskShares(config.maxConcurrent());
        this.pool = new WorkerPool<>(config.maxConcurrent());
    }

    @Scheduled(every = "{handshake.tasks.poll-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void heartbeat() {
        pool.runRound(() -> {
            active().filter(run -> !run.isStopped() && !leases.renew(run)).forEach(TaskRun::stop);
            leases.findAbandoned().forEach(leases::failAbandoned);
            startWaiting();
        });
    }

    /** Starts new tasks right away instead of at the next poll, since a user is waiting. */
    void onTaskCreated(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskCreated task) {
        threads.execute(() -> pool.runRound(this::startWaiting));
    }

    /** Stops the run of a canceled task: on this replica at once, on others at their next heartbeat. */
    void onTaskEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskEnded ended) {
        active().filter(run -> !ended.task().isSuccess() && run.task().id.equals(ended.task().id))
                .forEach(TaskRun::stop);
    }

    private Stream<TaskRun> active() {
        return Stream.concat(pool.active().stream(), inline.active().stream());
    }

    private void startWaiting() {
        Optional<Task> next = Optional.empty();
        do {
            UUID run = UUID.randomUUID();
            next = pool.hasRoom()
                    ? shares.claimNext(pool.active(), full -> leases.claimNext(run, full))
                    : Optional.empty();
            next.filter(Task::isUnfinished).ifPresent(task -> start(new TaskRun(task, run, leases)));
        } while (next.isPresent());
    }

    private void start(TaskRun run) {
        pool.tryStart(
                        run,
                        () -> CompletableFuture.runAsync(() -> execute(run), threads)
                                .whenComplete((done, failure) -> recordOutcome(run, failure)))
                .ifPresent(ended -> ended.whenComplete((done, failure) -> pool.runRound(this::startWaiting)));
    }

    private void execute(TaskRun run) {
        try {
            ((BackgroundTaskHandler) handlers.handlerFor(run.task())).run(run);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A stopped run records nothing: its task was canceled, released, or claimed by another run. */
    private void recordOutcome(TaskRun run, Throwable failure) {
        if (run.isStopped()) {
            return;
        }
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof RefusedException no) {
            leases.fail(run, no.message());
        } else if (cause != null) {
            String number = UUID.randomUUID().toString();
            LOG.errorf(cause, "Failure %s, task %s/%s", number, run.task().region, run.task().id);
            leases.fail(run, "The portal failed unexpectedly (error " + number + "). Try again.");
        }
    }

    /** Stops claiming tasks and releases the active ones, so that other replicas can restart them. */
    void releaseAll() {
        pool.runRound(pool::stopClaiming); // waits for a round that may be claiming a task
        pool.active().forEach(leases::release);
        pool.active().forEach(TaskRun::stop);
    }

    /** Waits until all stopped runs, including inline ones, have ended; no new round starts afterwards. */
    void awaitTermination(Duration longest) {
        pool.awaitTermination(longest, inline.drained());
    }
}
