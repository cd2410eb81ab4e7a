package dev.handshake.observability;

import dev.handshake.image.HistoryEntry;
import java.util.Optional;

/** The history events that are counted. */
enum CountedEvent {
    CREATED("handshake.images.created", null),
    DELETED("handshake.images.deleted", null),
    OFFERED("handshake.offers", null),
    ACCEPTED("handshake.decisions", "accepted"),
    REJECTED("handshake.decisions", "rejected"),
    RECONSIDERED("handshake.decisions", "pending"),
    REMINDED("handshake.reminders", null),
    REMOVED("handshake.removals", null),
    UNDONE("handshake.offers.undone", null);

    private final String counter;
    private final String status;

    CountedEvent(String counter, String status) {
        this.counter = counter;
        this.status = status;
    }

    /** Empty for the entries of members about an event whose own entry is counted. */
    static Optional<CountedEvent> from(HistoryEntry line) {
        return switch (line.eventType) {
            case CREATED -> Optional.of(CREATED);
            case DELETED -> Optional.of(DELETED).filter(countedEvent -> line.member == null);
            case OFFERED -> Optional.of(OFFERED);
            case ACCEPTED -> Optional.of(ACCEPTED);
            case REJECTED -> Optional.of(REJECTED);
            case RECONSIDERED -> Optional.of(RECONSIDERED);
            case REMINDED -> Optional.of(REMINDED);
            case REMOVED -> Optional.of(REMOVED);
            case UNDONE -> Optional.of(UNDONE);
            case DEACTIVATED, REACTIVATED, SUSPENDED, LIFTED -> Optional.empty();
        };
    }

    String counter() {
        return counter;
    }

    /** The outcome of a decision; null for other events. */
    String status() {
        return status;
    }
}
