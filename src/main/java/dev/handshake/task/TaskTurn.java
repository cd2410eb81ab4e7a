package dev.handshake.task;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Whose turn it is, and the lock under which the tasks of an account are counted. It is the last lock that a
 * transaction takes: rows of images, tasks and quotas come before it.
 */
@Entity
@Table(name = "task_account")
class TaskTurn extends PanacheEntityBase {

    @Id
    String account;

    /** When a task of it was last taken up; the epoch where none was. */
    @Column(name = "taken_at")
    Instant lastClaimedAt;

    /** Waits until no other transaction adds a task of this account. */
    static void lock(String account) {
        while (find("account", account)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .isEmpty()) {
            insert(account);
        }
    }

    /** Its next turn comes after everybody else's. */
    static void recordClaim(String account, Instant now) {
        while (update("lastClaimedAt = ?1 where account = ?2", now, account) == 0) {
            insert(account); // its task is of a release that knew of no turns
        }
    }

    private static void insert(String account) {
        getEntityManager()
                .createNativeQuery(
                        "insert into task_account (account, taken_at) values (?1, ?2) on conflict do nothing")
                .setParameter(1, account)
                .setParameter(2, Instant.EPOCH)
                .executeUpdate();
    }
}
