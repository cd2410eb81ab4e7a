package dev.handshake.task;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.jpa.SpecHints;

/** Who works at which task, and until when without a sign of life. Each verb locks the task's row first. */
@ApplicationScoped
class Leases {

    /** Passes over rows that are locked: another replica is just taking them. */
    private static final int SKIP_LOCKED = -2;

    private static final String NEXT_WAITING =
            "from Task t where t.status in ?1 and t.leaseUntil <= ?2 and t.account not in ?3"
                    + " order by (select a.lastClaimedAt from TaskTurn a where a.account = t.account) nulls first, t.leaseUntil";

    private final Clock clock;
    private final Duration duration;
    private final TaskHandlers handlers;
    private final Event<Task> outcomes;

    Leases(
            Clock clock,
            @ConfigProperty(name = "handshake.tasks.lease-duration") Duration duration,
            TaskHandlers handlers,
            Event<Task> outcomes) {
        this.clock = clock;
        this.duration = duration;
        this.handlers = handlers;
        this.outcomes = outcomes;
    }

    /**
     * Takes up a task that waits, new or left by a replica that died: of the account that had none for longest the one
     * that waits longest.
     *
     * @param others accounts whose tasks wait on
     */
    @Transactional
    Optional<Task> claimNext(UUID run, Set<String> others) {
        Optional<Task> waiting = Task.<Task>find(NEXT_WAITING, TaskStatus.UNFINISHED, clock.instant(), others)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
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

    /** Those of dead replicas that nobody can begin again. They need no place, and so they wait for none. */
    List<Task> findAbandoned() {
        return Task.<Task>list("status = ?1 and leaseUntil <= ?2", TaskStatus.PROCESSING, clock.instant()).stream()
                .filter(task -> !handlers.canRun(task))
                .toList();
    }

    /** Fails it, unless it was heard of meanwhile. */
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
        Instant now = clock.instant();
        task.claim(run, now.plus(duration), now);
    }

    /**
     * A sign of life.
     *
     * @return whether the task is still this run's
     */
    @Transactional
    boolean renew(TaskRun run) {
        Task task = lock(run.task());
        if (!run.isClaimOn(task)) {
            return false;
        }
        Instant now = clock.instant();
        task.renew(run.bytesDone(), run.bytesTotal(), now.plus(duration), now);
        return true;
    }

    /** This replica stops: another may go on at once. */
    @Transactional
    void release(TaskRun run) {
        Task task = lock(run.task());
        if (run.isClaimOn(task)) {
            task.release(clock.instant());
        }
    }

    @Transactional
    void finish(TaskRun run) {
        Task task = lock(run.task());
        if (!run.isClaimOn(task)) {
            throw new RefusedException(Reason.TASK_LOST);
        }
        task.succeed(run.bytesDone(), clock.instant());
        outcomes.fire(task);
    }

    /** The task failed, unless it is another's by now. */
    @Transactional
    void fail(TaskRun run, String why) {
        Task task = lock(run.task());
        if (run.isClaimOn(task)) {
            fail(task, why);
        }
    }

    /** Nobody goes on with it. */
    void fail(Task task, String why) {
        task.fail(why, clock.instant());
        handlers.handlerFor(task).onFailure(task);
        outcomes.fire(task);
    }

    static Task lock(Task task) {
        return Task.findById(new Task.Key(task.region, task.id), LockModeType.PESSIMISTIC_WRITE);
    }
}
