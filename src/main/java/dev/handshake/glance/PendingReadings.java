package dev.handshake.glance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The images that notifications of one connection are about, in the order in which they came. Many notifications of an
 * image are one reading, as long as that has not begun.
 */
class PendingReadings {

    static final int MAX_ATTEMPTS = 5;

    /**
     * Images to be read.
     *
     * @param messages the tags of the messages that ask for it
     * @param attempts those that failed
     */
    record Reading(UUID image, List<Long> messages, int attempts) {

        boolean isLastAttempt() {
            return attempts + 1 >= MAX_ATTEMPTS;
        }
    }

    private record Pending(List<Long> messages, int attempts, long dueAt) {}

    private final long firstDelay;
    private final Map<UUID, Pending> byImage = new LinkedHashMap<>();
    private boolean isClosed;

    /** @param firstDelay until the second attempt, in nanoseconds; it doubles with each further one */
    PendingReadings(long firstDelay) {
        this.firstDelay = firstDelay;
    }

    synchronized void add(UUID image, long message) {
        byImage.computeIfAbsent(image, key -> new Pending(new ArrayList<>(), 0, System.nanoTime()))
                .messages()
                .add(message);
        notifyAll();
    }

    /** Asks for the reading again, a while after it has failed. */
    synchronized void retry(Reading failed) {
        Pending newer = byImage.remove(failed.image());
        List<Long> messages = new ArrayList<>(failed.messages());
        if (newer != null) {
            messages.addAll(newer.messages());
        }
        long dueAt = System.nanoTime() + (firstDelay << failed.attempts());
        byImage.put(failed.image(), new Pending(messages, failed.attempts() + 1, dueAt));
        notifyAll();
    }

    /** Waits for a reading that is due; empty once it is closed. */
    synchronized Optional<Reading> take() throws InterruptedException {
        while (!isClosed) {
            long now = System.nanoTime();
            Optional<UUID> due = byImage.entrySet().stream()
                    .filter(each -> each.getValue().dueAt() - now <= 0)
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (due.isPresent()) {
                Pending found = byImage.remove(due.get());
                return Optional.of(new Reading(due.get(), List.copyOf(found.messages()), found.attempts()));
            }
            long wait = byImage.values().stream()
                    .mapToLong(each -> each.dueAt() - now)
                    .min()
                    .orElse(TimeUnit.MINUTES.toNanos(1));
            TimeUnit.NANOSECONDS.timedWait(this, wait + TimeUnit.MILLISECONDS.toNanos(1));
        }
        return Optional.empty();
    }

    synchronized void close() {
        isClosed = true;
        notifyAll();
    }
}
