package dev.handshake.task;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.jpa.SpecHints;

/** Who works at which task, and until when without a sign of life. Each verb locks the task's row first. */
@ApplicationScoped
class Leases {

    /** Passes over rows that are locked: another replica is just taking them. */
    private static final int SKIP_LOCKED = -2;

    private final Clock clock;
    private final Duration length;
    private final Works works;
    private final Event<Task> outcomes;

    Leases(
            Clock clock,
            @ConfigProperty(name = "handshake.tasks.lease") Duration length,
            Works works,
            Event<Task> outcomes) {
        this.clock = clock;
        this.length = length;
        this.works = works;
        this.outcomes = outcomes;
    }

    /** Takes up the task that waits longest, new or left by a replica that died. Those begun too often fail meanwhile. */
    @Transactional
    Optional<Task> take(UUID run) {
        Instant now = clock.instant();
        Optional<Task> waiting = Task.<Task>find(
                        "status in ?1 and leaseUntil <= ?2 order by leaseUntil", TaskStatus.UNFINISHED, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .page(0, 1)
                .firstResultOptional();
        waiting.ifPresent(task -> take(task, run));
        return waiting;
    }

    private void take(Task task, UUID run) {
        if (works.of(task) instanceof BackgroundWork work && !task.wasRun(work.mostRuns())) {
            hold(task, run);
        } else {
            fail(task, new Refused(Reason.TASK_ABANDONED).sentence());
        }
    }

    void hold(Task task, UUID run) {
        Instant now = clock.instant();
        task.hold(run, now.plus(length), now);
    }

    /** A sign of life. @return whether the task is still this run's */
    @Transactional
    boolean renew(Run run) {
        Task task = locked(run.task());
        if (!run.isMine(task)) {
            return false;
        }
        Instant now = clock.instant();
        task.renew(run.done(), run.all(), now.plus(length), now);
        return true;
    }

    /** This replica stops: another may go on at once. */
    @Transactional
    void release(Run run) {
        Task task = locked(run.task());
        if (run.isMine(task)) {
            task.release(clock.instant());
        }
    }

    @Transactional
    void finish(Run run) {
        Task task = locked(run.task());
        if (!run.isMine(task)) {
            throw new Refused(Reason.TASK_LOST);
        }
        task.succeed(run.done(), clock.instant());
        outcomes.fire(task);
    }

    /** The task failed, unless it is another's by now. */
    @Transactional
    void fail(Run run, String why) {
        Task task = locked(run.task());
        if (run.isMine(task)) {
            fail(task, why);
        }
    }

    /** Nobody goes on with it. */
    void fail(Task task, String why) {
        task.fail(why, clock.instant());
        works.of(task).giveUp(task);
        outcomes.fire(task);
    }

    static Task locked(Task task) {
        return Task.findById(new Task.Key(task.region, task.id), LockModeType.PESSIMISTIC_WRITE);
    }
}
