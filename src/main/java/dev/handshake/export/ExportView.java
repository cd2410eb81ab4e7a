package dev.handshake.export;

import dev.handshake.task.Task;
import java.time.Instant;

/**
 * An export as shown on its page.
 *
 * @param expiresAt when it expires; meaningful only once prepared
 * @param linkExpiresAt when {@code signature} expires, in epoch seconds
 * @param refusal why its data may no longer be downloaded, or null
 */
public record ExportView(
        Task task, Instant expiresAt, boolean isExpired, long linkExpiresAt, String signature, String refusal) {

    /** When the link to its data stops working. */
    public Instant linkEnd() {
        return Instant.ofEpochSecond(linkExpiresAt);
    }

    /** Whether it can be downloaded. */
    public boolean isReady() {
        return task.isSuccess() && !isExpired && refusal == null;
    }
}
