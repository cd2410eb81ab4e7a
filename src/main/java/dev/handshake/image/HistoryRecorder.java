package dev.handshake.image;

import dev.handshake.account.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;

/** Adds entries to the history of images, in the caller's transaction, and fires {@link HistoryRecorded} for each. */
@ApplicationScoped
public class HistoryRecorder {

    private final Event<HistoryRecorded> recorded;

    HistoryRecorder(Event<HistoryRecorded> recorded) {
        this.recorded = recorded;
    }

    /** @param member the account number the entry is about; null if it is about the image itself */
    public void record(HistoryEventType eventType, Image image, String member, Actor by, Instant at) {
        record(eventType, image, member, true, by, at);
    }

    /** @param isOwnerTold whether the image's owner sees the entry too */
    public void record(
            HistoryEventType eventType, Image image, String member, boolean isOwnerTold, Actor by, Instant at) {
        HistoryEntry entry = HistoryEntry.create(eventType, image, member, isOwnerTold, by, at);
        entry.persist();
        recorded.fire(new HistoryRecorded(entry));
    }

    /**
     * Adds an entry about the image, and one for each member that only this member reads, so that the owner reads of it
     * once.
     *
     * @param members account numbers
     */
    public void recordForAll(
            HistoryEventType eventType, Image image, Collection<String> members, Actor by, Instant at) {
        members.forEach(member -> record(eventType, image, member, false, by, at));
        record(eventType, image, null, by, at);
    }
}
