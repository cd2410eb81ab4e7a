package dev.handshake.task;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tasks of an account: submit, list and cancel. Visible to that account only. */
@ApplicationScoped
public class TaskService {

    /** A guess, since nobody knows when a running task ends. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Clock clock;
    private final Leases leases;
    private final Event<TaskCreated> created;
    private final int maxPerAccount;

    TaskService(Clock clock, Leases leases, Event<TaskCreated> created, TaskConfig config) {
        this.clock = clock;
        this.leases = leases;
        this.created = created;
        this.maxPerAccount = config.maxPerAccount();
    }

    /**
     * Creates the task in the caller's transaction; a replica runs it soon after.
     *
     * @param id if the account already has a task with this id, that task is returned and nothing is created
     * @throws RefusedException {@link Reason#TOO_MANY_TASKS} if the account has too many unfinished tasks of this kind
     */
    @Transactional
    public Task submit(Actor actor, UUID id, TaskRequest taskRequest) {
        TaskTurn.lock(actor.account());
        return find(actor, id).orElseGet(() -> create(actor, id, taskRequest));
    }

    private Task create(Actor actor, UUID id, TaskRequest taskRequest) {
        long unfinished = Task.count(
                TaskStatus.IS_UNFINISHED + " and account = ?1 and kind = ?2", actor.account(), taskRequest.kind());
        if (unfinished >= maxPerAccount) {
            throw new RefusedException(Reason.TOO_MANY_TASKS, maxPerAccount).retryAfter(RETRY_AFTER);
        }
        Task task = Task.create(actor, id, taskRequest, clock.instant());
        task.persist();
        created.fire(new TaskCreated(task));
        return task;
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} if the actor's account has no such task */
    public Task get(Actor actor, UUID id) {
        return find(actor, id).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
    }

    /** Same as {@link #get}, but empty if there is no such task. */
    public Optional<Task> find(Actor actor, UUID id) {
        return Task.find("region = ?1 and id = ?2 and account = ?3", actor.region(), id, actor.account())
                .firstResultOptional();
    }

    /** The account's tasks of one kind, newest first. */
    public Page<Task> list(Actor actor, TaskKind kind, Marker after, int rows) {
        return list(actor, kind, null, after, rows);
    }

    /** Same, filtered by kind and status unless they are null. */
    public Page<Task> list(Actor actor, TaskKind kind, TaskStatus status, Marker after, int rows) {
        String narrowed = (kind == null ? "" : " and kind = :kind") + (status == null ? "" : " and status = :status");
        var query = Task.getEntityManager()
                .createQuery(
                        "from Task where region = :region and account = :account" + narrowed
                                + " and (createdAt, id) < (:at, :id) order by createdAt desc, id desc",
                        Task.class)
                .setParameter("region", actor.region())
                .setParameter("account", actor.account())
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(rows + 1);
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        if (status != null) {
            query.setParameter("status", status);
        }
        return Page.of(query.getResultList(), rows, last -> new Marker(last.createdAt, last.id.toString()));
    }

    /** The account's tasks of one kind that have not ended, newest first; submitting keeps them few. */
    public List<Task> listUnfinished(Actor actor, TaskKind kind) {
        return Task.list(
                TaskStatus.IS_UNFINISHED
                        + " and region = ?1 and account = ?2 and kind = ?3 order by createdAt desc, id desc",
                actor.region(),
                actor.account(),
                kind);
    }

    /** The latest tasks of the actor's account for one image, newest first. */
    public List<Task> listByImage(Actor actor, UUID image) {
        return Task.<Task>find(
                        "region = ?1 and imageId = ?2 and account = ?3 order by createdAt desc, id desc",
                        actor.region(),
                        image,
                        actor.account())
                .range(0, Page.DEFAULT_SIZE - 1)
                .list();
    }

    /**
     * Cancels the task, whichever replica runs it.
     *
     * @return whether it was still unfinished
     */
    @Transactional
    public boolean cancel(Actor actor, UUID id) {
        actor.require(Role.CREATOR);
        Task task = Task.findById(new Task.Key(actor.region(), get(actor, id).id), LockModeType.PESSIMISTIC_WRITE);
        if (task.isUnfinished()) {
            leases.cancel(task, "Canceled by " + Text.bidiIsolated(actor.name()) + ".");
            return true;
        }
        return false;
    }

    /** Cancels all unfinished tasks of one kind for an image. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void cancelByImage(String region, UUID image, TaskKind kind, String why) {
        String unfinished = "region = ?1 and imageId = ?2 and kind = ?3 and " + TaskStatus.IS_UNFINISHED;
        Task.<Task>list(unfinished, region, image, kind).forEach(found -> cancelUnfinished(Leases.lock(found), why));
    }

    private void cancelUnfinished(Task task, String why) {
        Task.getEntityManager().refresh(task);
        if (task.isUnfinished()) {
            leases.cancel(task, why);
        }
    }
}
