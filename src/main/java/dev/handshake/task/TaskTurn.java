package dev.handshake.task;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Remembers when an account last had its turn, and serves as the lock for counting its tasks. Lock order: it comes
 * last, after the rows of images, tasks and quotas.
 */
@Entity
@Table(name = "task_account")
class TaskTurn extends PanacheEntityBase {

    @Id
    String account;

    /** When one of its tasks was last claimed; the epoch if never. */
    @Column(name = "taken_at")
    Instant lastClaimedAt;

    /** Waits until no other transaction is adding a task of this account. */
    static void lock(String account) {
        while (find("account", account)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .isEmpty()) {
            insert(account);
        }
    }

    /** Moves the account to the end of the line. */
    static void recordClaim(String account, Instant now) {
        while (update("lastClaimedAt = ?1 where account = ?2", now, account) == 0) {
            insert(account); // its task was created by a release without turns
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
