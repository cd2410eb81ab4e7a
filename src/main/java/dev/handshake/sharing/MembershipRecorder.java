package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;

/** Records changes of memberships that are made here, in the history and for the Image service that keeps the image. */
@ApplicationScoped
public class MembershipRecorder {

    /**
     * A membership of an image that another Image service keeps was changed here. Fired in the transaction that changes
     * it.
     *
     * @param status null if it was removed
     * @param isOffer whether it is new
     */
    public record MembershipChanged(Image image, String member, MembershipStatus status, boolean isOffer, Instant at) {}

    private final HistoryRecorder history;
    private final Event<MembershipChanged> changed;

    MembershipRecorder(HistoryRecorder history, Event<MembershipChanged> changed) {
        this.history = history;
        this.changed = changed;
    }

    void offered(Image image, String member, Actor by, Instant at) {
        history.record(HistoryEventType.OFFERED, image, member, by, at);
        fire(image, member, MembershipStatus.PENDING, true, at);
    }

    void reminded(Image image, String member, Actor by, Instant at) {
        history.record(HistoryEventType.REMINDED, image, member, by, at);
    }

    void removed(Image image, String member, Actor by, Instant at) {
        history.record(HistoryEventType.REMOVED, image, member, by, at);
        fire(image, member, null, false, at);
    }

    /** @param isOwnerTold whether the image's owner learns of the decision */
    void decided(ImageAccess access, Membership membership, boolean isOwnerTold, Instant at) {
        history.record(
                eventTypeOf(membership.status()), access.image(), membership.member, isOwnerTold, access.actor(), at);
        fire(access.image(), membership.member, membership.status(), false, at);
    }

    private void fire(Image image, String member, MembershipStatus status, boolean isOffer, Instant at) {
        if (image.home().isExternal()) {
            changed.fire(new MembershipChanged(image, member, status, isOffer, at));
        }
    }

    static HistoryEventType eventTypeOf(MembershipStatus decision) {
        return switch (decision) {
            case ACCEPTED -> HistoryEventType.ACCEPTED;
            case REJECTED -> HistoryEventType.REJECTED;
            case PENDING -> HistoryEventType.RECONSIDERED;
        };
    }
}
