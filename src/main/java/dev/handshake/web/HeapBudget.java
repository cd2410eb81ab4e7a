package dev.handshake.web;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
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

    private final long max;
    private final Map<String, Long> held = new HashMap<>();
    private long all;

    HeapBudget() {
        this(Runtime.getRuntime().maxMemory() / 16);
    }

    HeapBudget(long max) {
        this.max = max;
    }

    /** @throws Refused {@link Reason#BUSY} where it stays taken */
    synchronized void take(String account, long bytes) {
        long end = System.nanoTime() + MAX_WAIT.toNanos();
        while (!hasRoom(account, bytes)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new Refused(Reason.BUSY);
            }
            try {
                wait(left);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new Refused(Reason.BUSY);
            }
        }
        all += bytes;
        held.merge(account, bytes, Long::sum);
    }

    private boolean hasRoom(String account, long bytes) {
        long own = held.getOrDefault(account, 0L);
        return (all == 0 || all + bytes <= max) && (own == 0 || own + bytes <= max / 2);
    }

    synchronized void release(String account, long bytes) {
        all -= bytes;
        held.computeIfPresent(account, (key, before) -> before == bytes ? null : before - bytes);
        notifyAll();
    }
}
