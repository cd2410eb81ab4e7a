package dev.handshake.task;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the database knows of tasks, and what a dead replica leaves there. */
class TaskTable {

    /** Of the account's unfinished tasks the states that are more than pending. */
    static List<String> processingStates(String account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Task.<Task>list("account = ?1 and status = ?2", account, TaskStatus.PROCESSING).stream()
                        .map(task -> task.status().apiName())
                        .toList());
    }

    /** Replica after replica was at it, and the last one has not been heard of for too long. */
    static void expireLease(UUID task) {
        QuarkusTransaction.requiringNew()
                .run(() -> Task.update(
                        "status = ?1, lease.holder = ?2, lease.until = ?3, lease.attempts = 3 where id = ?4",
                        TaskStatus.PROCESSING,
                        UUID.randomUUID(),
                        Instant.EPOCH,
                        task));
    }
}
