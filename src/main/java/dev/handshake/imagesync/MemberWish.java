package dev.handshake.imagesync;

import dev.handshake.sharing.MembershipStatus;
import dev.handshake.sharing.ObservedMembers.ObservedMember;
import java.time.Duration;
import java.time.Instant;

/**
 * What a member shall be at the Image service.
 *
 * @param status null to be removed
 * @param isOffer whether the Image service may not have the member yet
 * @param changedAt by the portal's clock
 * @param doneAt when the Image service was seen to have it so; null if it was not
 */
record MemberWish(String member, MembershipStatus status, boolean isOffer, Instant changedAt, Instant doneAt) {

    /** More than a change takes Glance that was under way when the removal was seen there. */
    private static final Duration MAX_CALL = Duration.ofSeconds(10);

    boolean isRemoval() {
        return status == null;
    }

    /** Whether a list that was read at that time may be older than the change. */
    boolean isNewerThan(Instant readAt) {
        return doneAt == null || !doneAt.isBefore(readAt);
    }

    /** Whether the Image service has it so. */
    boolean isFulfilledBy(ObservedMember theirs) {
        return isRemoval() ? theirs == null : theirs != null && theirs.status() == status;
    }

    /** A removal there wins over any decision here. */
    boolean isOverruledByRemoval(ObservedMember theirs) {
        return theirs == null && doneAt == null && !isOffer && !isRemoval();
    }

    /** Of two decisions, the later one counts. */
    boolean isOverruledByDecision(ObservedMember theirs) {
        return theirs != null
                && doneAt == null
                && !isOffer
                && !isRemoval()
                && theirs.status() != status
                && theirs.updatedAt().isAfter(changedAt);
    }

    /**
     * Whether the Image service brought back the relationship that was removed here, rather than that the owner offered
     * a new one there. Glance keeps the row of a removed member, and gives it to the next one with the time of the
     * first, so only the time of its last change tells.
     */
    boolean isRemovalOf(ObservedMember theirs) {
        return isRemoval()
                && theirs != null
                && doneAt != null
                && !theirs.updatedAt().minus(MAX_CALL).isAfter(doneAt);
    }
}
