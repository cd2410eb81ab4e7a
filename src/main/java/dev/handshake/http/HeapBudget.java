package dev.handshake.http;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The share of the heap for large responses being written: one sixteenth, and half of that per account. A response
 * larger than that runs alone. Requests wait briefly for room, then get 503.
 */
@ApplicationScoped
public class HeapBudget {

    private static final Duration MAX_WAIT = Duration.ofSeconds(3);

    private final long maxBytes;
    private final Map<String, Long> heldByAccount = new HashMap<>();
    private long totalHeld;

    HeapBudget() {
        this(Runtime.getRuntime().maxMemory() / 16);
    }

    HeapBudget(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** @throws RefusedException {@link Reason#BUSY} if there is no room within {@link #MAX_WAIT} */
    synchronized void acquire(String account, long bytes) {
        long end = System.nanoTime() + MAX_WAIT.toNanos();
        while (!hasRoom(account, bytes)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new RefusedException(Reason.BUSY);
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new RefusedException(Reason.BUSY);
            }
        }
        totalHeld += bytes;
        heldByAccount.merge(account, bytes, Long::sum);
    }

    private boolean hasRoom(String account, long bytes) {
        long own = heldByAccount.getOrDefault(account, 0L);
        return (totalHeld == 0 || totalHeld + bytes <= maxBytes) && (own == 0 || own + bytes <= maxBytes / 2);
    }

    synchronized void release(String account, long bytes) {
        totalHeld -= bytes;
        heldByAccount.computeIfPresent(account, (key, before) -> before == bytes ? null : before - bytes);
        notifyAll();
    }
}
