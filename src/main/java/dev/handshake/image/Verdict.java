package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/**
 * Why an actor may not do something with an image that it sees; null where it may. What it cannot see it never asks.
 */
class Verdict {

    static RefusedException offering(Sight sight) {
        if (sight.image().isBase()) {
            return new RefusedException(Reason.BASE_IMAGE);
        }
        if (!sight.isManaging()) {
            return new RefusedException(Reason.ONLY_OWNER_OFFERS);
        }
        if (sight.image().isSuspended()) {
            return new RefusedException(Reason.SUSPENDED);
        }
        return sight.image().isPrivate()
                ? new RefusedException(Reason.PRIVATE_IMAGE)
                : tooLow(sight.actor(), Role.CREATOR);
    }

    static RefusedException removing(Sight sight) {
        if (!sight.isManaging()) {
            return new RefusedException(Reason.ONLY_OWNER_REMOVES);
        }
        return sight.image().isShared()
                ? tooLow(sight.actor(), Role.ADMIN)
                : new RefusedException(Reason.IMAGE_NOT_SHARED);
    }

    static RefusedException deciding(Sight sight) {
        return sight.isConsumer()
                ? tooLow(sight.actor(), Role.ADMIN)
                : new RefusedException(Reason.ONLY_CONSUMER_DECIDES);
    }

    /** The same for any of the members: an operator may stand in for one. */
    static RefusedException deciding(Sight sight, Membership whose) {
        boolean standsIn = sight.actor().isOperator() || sight.actor().account().equals(whose.member);
        return standsIn ? tooLow(sight.actor(), Role.ADMIN) : new RefusedException(Reason.ONLY_CONSUMER_DECIDES);
    }

    /** What is suspended is not accepted; it can be rejected, and put back to pending. */
    static RefusedException accepting(Sight sight) {
        return sight.image().isSuspended() ? new RefusedException(Reason.SUSPENDED) : null;
    }

    static RefusedException changing(Sight sight, Role needed) {
        return sight.isManaging() ? tooLow(sight.actor(), needed) : new RefusedException(Reason.ONLY_OWNER_CHANGES);
    }

    /** The compute service brings the data of snapshots, since it is the one that has the disks of servers. */
    static RefusedException filling(Sight sight) {
        boolean isComputes = sight.actor().isCompute() && sight.isOwner() && sight.image().kind == ImageKind.SNAPSHOT;
        return isComputes ? null : changing(sight, Role.CREATOR);
    }

    /** What is suspended is kept: it is evidence, and what its copies are known by. */
    static RefusedException deleting(Sight sight) {
        RefusedException no = changing(sight, Role.ADMIN);
        if (no == null && sight.image().isProtected()) {
            return new RefusedException(Reason.PROTECTED);
        }
        return no == null && sight.image().isSuspended() ? new RefusedException(Reason.SUSPENDED) : no;
    }

    /** Whoever runs the portal manages the images of others, but starts no servers from them. */
    static RefusedException starting(Sight sight) {
        if (!sight.isOwner() && !sight.isConsumer() && !sight.image().isBase()) {
            return new RefusedException(Reason.ONLY_OWNER_OR_MEMBER_STARTS);
        }
        if (sight.image().isSuspended()) {
            return new RefusedException(Reason.SUSPENDED);
        }
        if (sight.image().status() != ImageStatus.ACTIVE) {
            boolean isAway = sight.image().status() == ImageStatus.DEACTIVATED;
            return new RefusedException(isAway ? Reason.DEACTIVATED : Reason.NO_DATA);
        }
        return sight.actor().hasRoleForServers(Role.CREATOR) ? null : tooLow(sight.actor(), Role.CREATOR);
    }

    /** The compute service reads for servers inside the cloud, whatever is not to leave it. */
    static RefusedException downloading(Sight sight, boolean consumersMay) {
        if (sight.image().isSuspended() && !sight.actor().isOperator()) {
            return new RefusedException(Reason.SUSPENDED);
        }
        if (sight.image().status() == ImageStatus.DEACTIVATED) {
            return sight.actor().isOperator() ? null : new RefusedException(Reason.DEACTIVATED);
        }
        if (!sight.actor().isCompute() && !sight.image().isExportable()) {
            return new RefusedException(Reason.NOT_EXPORTABLE);
        }
        boolean given =
                sight.isManaging() || sight.image().isBase() || sight.actor().isCompute() || consumersMay;
        if (!given) {
            return new RefusedException(Reason.CONSUMER_DOWNLOAD_DISABLED);
        }
        return sight.actor().isCompute() ? null : tooLow(sight.actor(), Role.ADMIN);
    }

    /**
     * What is the provider's to say: it answers for the licences of what leaves, and for what is shared in bad faith.
     */
    static RefusedException marking(Sight sight, Reason otherwise) {
        return sight.actor().isOperator() ? null : new RefusedException(otherwise);
    }

    private static RefusedException tooLow(Actor actor, Role needed) {
        return actor.hasRole(needed)
                ? null
                : new RefusedException(
                        Reason.ROLE_TOO_LOW, needed.label(), actor.role().label());
    }
}
