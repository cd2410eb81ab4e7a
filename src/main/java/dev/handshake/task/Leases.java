package dev.handshake.task;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.lease.LeaseTerm;
import dev.handshake.lease.SkipLocked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The leases of tasks. Every method locks the task's row first. */
@ApplicationScoped
class Leases {

    private static final String NEXT_WAITING =
            "from Task t where t.status in ?1 and t.lease.until <= ?2 and t.account not in ?3"
                    + " order by (select a.lastClaimedAt from TaskTurn a where a.account = t.account) nulls first, t.lease.until";

    private final Clock clock;
    private final LeaseTerm term;
    private final TaskHandlers handlers;
    private final Event<TaskEnded> taskEnded;

    Leases(Clock clock, TaskConfig config, TaskHandlers handlers, Event<TaskEnded> taskEnded) {
        this.clock = clock;
        this.term = new LeaseTerm(clock, config.leaseDuration());
        this.handlers = handlers;
        this.taskEnded = taskEnded;
    }

    /**
     * Claims a waiting task, new or abandoned by a dead replica. Accounts take turns: the account whose last claim is
     * oldest comes first, with its longest waiting task.
     *
     * @param others accounts to skip
     */
    @Transactional
    Optional<Task> claimNext(UUID run, Set<String> others) {
        Optional<Task> waiting = SkipLocked.on(
                        Task.<Task>find(NEXT_WAITING, TaskStatus.UNFINISHED, clock.instant(), others))
                .page(0, 1)
                .firstResultOptional();
        waiting.ifPresent(task -> claimOrAbandon(task, run));
        return waiting;
    }

    private void claimOrAbandon(Task task, UUID run) {
        if (handlers.canRun(task)) {
            claim(task, run);
            TaskTurn.recordClaim(task.account, clock.instant());
        } else {
            abandon(task);
        }
    }

    /**
     * Tasks of dead replicas that cannot be restarted. Failing them needs no free worker, so they do not wait for one.
     */
    List<Task> findAbandoned() {
        return Task.<Task>list("status = ?1 and lease.until <= ?2", TaskStatus.PROCESSING, clock.instant()).stream()
                .filter(task -> !handlers.canRun(task))
                .toList();
    }

    /** Fails the task unless its lease was renewed in the meantime. */
    @Transactional
    void failAbandoned(Task lost) {
        Task task = lock(lost);
        if (task != null && task.isLeaseExpired(clock.instant()) && !handlers.canRun(task)) {
            abandon(task);
        }
    }

    private void abandon(Task task) {
        fail(task, new RefusedException(Reason.TASK_ABANDONED).message());
    }

    void claim(Task task, UUID run) {
        term.claim(task, run);
        task.start(clock.instant());
    }

    /**
     * Heartbeat: extends the lease and records progress.
     *
     * @return whether the run still holds the task
     */
    @Transactional
    boolean renew(TaskRun run) {
        return ifHeld(run, task -> {
            term.renew(task);
            task.recordProgress(run.bytesDone(), run.bytesTotal(), clock.instant());
        });
    }

    /** Gives the task up at shutdown, so that another replica can continue at once. */
    @Transactional
    void release(TaskRun run) {
        ifHeld(run, term::release);
    }

    @Transactional
    void finish(TaskRun run) {
        if (!ifHeld(run, task -> succeed(task, run.bytesDone()))) {
            throw new RefusedException(Reason.TASK_LOST);
        }
    }

    private void succeed(Task task, long bytes) {
        task.succeed(bytes, clock.instant());
        taskEnded.fire(new TaskEnded(task));
    }

    /** Fails the task unless another run holds it by now. */
    @Transactional
    void fail(TaskRun run, String why) {
        ifHeld(run, task -> fail(task, why));
    }

    private boolean ifHeld(TaskRun run, Consumer<Task> action) {
        List<Task> locked = Stream.ofNullable(lock(run.task())).toList();
        return term.ifHeld(locked, run.id(), action);
    }

    /** Fails the task whoever holds it. */
    void fail(Task task, String why) {
        task.fail(why, clock.instant());
        end(task);
    }

    /** The same because a person stopped it. */
    void cancel(Task task, String why) {
        task.cancel(why, clock.instant());
        end(task);
    }

    private void end(Task task) {
        handlers.handlerFor(task).onFailure(task);
        taskEnded.fire(new TaskEnded(task));
    }

    static Task lock(Task task) {
        return Task.findById(new Task.Key(task.region, task.id), LockModeType.PESSIMISTIC_WRITE);
    }
}
