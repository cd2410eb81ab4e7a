package dev.handshake.task;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Direct access to the task table, including the state a dead replica leaves. */
class TaskTable {

    /** The statuses of the account's tasks that are being processed. */
    static List<String> processingStates(String account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Task.<Task>list("account = ?1 and status = ?2", account, TaskStatus.PROCESSING).stream()
                        .map(task -> task.status().apiName())
                        .toList());
    }

    /** The state after several replicas died, the last one with an expired lease. */
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
