package dev.handshake.export;

import dev.handshake.task.Task;
import java.time.Instant;

/**
 * An export as its page shows it.
 *
 * @param expiresAt when it is over; only once it is prepared
 * @param linkExpiresAt how long {@code signature} is good, in seconds of the epoch
 * @param refusal why its data does not leave any more, or null
 */
public record ExportView(
        Task task, Instant expiresAt, boolean isExpired, long linkExpiresAt, String signature, String refusal) {

    /** Whether there is something to take. */
    public boolean isReady() {
        return task.isSuccess() && !isExpired && refusal == null;
    }
}
