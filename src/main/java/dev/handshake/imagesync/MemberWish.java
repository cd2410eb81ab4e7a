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

    /** Glance's times are in whole seconds. */
    private static final Duration RESOLUTION = Duration.ofSeconds(1);

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

    /** Whether it is the relationship that was removed here, which the Image service lost or brought back. */
    boolean isRemovalOf(ObservedMember theirs) {
        return isRemoval()
                && theirs != null
                && !theirs.createdAt().minus(RESOLUTION).isAfter(changedAt);
    }
}
