package dev.handshake.http;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The part of the heap that large answers take up while they are written: a sixteenth, and half of that for one
 * account. An answer that is larger than that goes alone. Who finds it taken waits a little, and is refused then.
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

    /** @throws RefusedException {@link Reason#BUSY} where it stays taken */
    synchronized void acquire(String account, long bytes) {
        long end = System.nanoTime() + MAX_WAIT.toNanos();
        while (!hasRoom(account, bytes)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new RefusedException(Reason.BUSY);
            }
            try {
                wait(left);
            } catch (InterruptedException ended) {
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
