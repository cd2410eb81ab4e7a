package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;

/**
 * Why an actor may not do something with an image that it sees; null where it may. What it cannot see it never asks.
 */
class Verdict {

    static Refused offering(Sight sight) {
        if (sight.image().isBase()) {
            return new Refused(Reason.BASE_IMAGE);
        }
        if (!sight.isManaging()) {
            return new Refused(Reason.MEMBER_OFFERS);
        }
        if (sight.image().isSuspended()) {
            return new Refused(Reason.SUSPENDED);
        }
        return sight.image().isPrivate() ? new Refused(Reason.PRIVATE_IMAGE) : tooLow(sight.actor(), Role.CREATOR);
    }

    static Refused removing(Sight sight) {
        if (!sight.isManaging()) {
            return new Refused(Reason.MEMBER_REMOVES);
        }
        return sight.image().isShared() ? tooLow(sight.actor(), Role.ADMIN) : new Refused(Reason.NO_MEMBERS);
    }

    static Refused deciding(Sight sight) {
        return sight.isConsumer() ? tooLow(sight.actor(), Role.ADMIN) : new Refused(Reason.OWNER_DECIDES);
    }

    /** The same for any of the members: an operator may stand in for one. */
    static Refused deciding(Sight sight, Membership whose) {
        boolean standsIn = sight.actor().isOperator() || sight.actor().account().equals(whose.member);
        return standsIn ? tooLow(sight.actor(), Role.ADMIN) : new Refused(Reason.OWNER_DECIDES);
    }

    /** What is suspended is not accepted; it can be rejected, and put back to pending. */
    static Refused accepting(Sight sight) {
        return sight.image().isSuspended() ? new Refused(Reason.SUSPENDED) : null;
    }

    static Refused changing(Sight sight, Role needed) {
        return sight.isManaging() ? tooLow(sight.actor(), needed) : new Refused(Reason.MEMBER_CHANGES);
    }

    /** The compute service brings the data of snapshots, since it is the one that has the disks of servers. */
    static Refused filling(Sight sight) {
        boolean isComputes = sight.actor().isCompute() && sight.isOwner() && sight.image().kind == ImageKind.SNAPSHOT;
        return isComputes ? null : changing(sight, Role.CREATOR);
    }

    /** What is suspended is kept: it is evidence, and what its copies are known by. */
    static Refused deleting(Sight sight) {
        Refused no = changing(sight, Role.ADMIN);
        if (no == null && sight.image().isProtected()) {
            return new Refused(Reason.PROTECTED);
        }
        return no == null && sight.image().isSuspended() ? new Refused(Reason.SUSPENDED) : no;
    }

    /** Whoever runs the portal manages the images of others, but starts no servers from them. */
    static Refused starting(Sight sight) {
        if (!sight.isOwner() && !sight.isConsumer() && !sight.image().isBase()) {
            return new Refused(Reason.MEMBER_STARTS);
        }
        if (sight.image().isSuspended()) {
            return new Refused(Reason.SUSPENDED);
        }
        if (sight.image().status() != ImageStatus.ACTIVE) {
            boolean isAway = sight.image().status() == ImageStatus.DEACTIVATED;
            return new Refused(isAway ? Reason.DEACTIVATED : Reason.NO_DATA);
        }
        return sight.actor().mayRun(Role.CREATOR) ? null : tooLow(sight.actor(), Role.CREATOR);
    }

    /** The compute service reads for servers inside the cloud, whatever is not to leave it. */
    static Refused downloading(Sight sight, boolean consumersMay) {
        if (sight.image().isSuspended() && !sight.actor().isOperator()) {
            return new Refused(Reason.SUSPENDED);
        }
        if (sight.image().status() == ImageStatus.DEACTIVATED) {
            return sight.actor().isOperator() ? null : new Refused(Reason.DEACTIVATED);
        }
        if (!sight.actor().isCompute() && !sight.image().isExportable()) {
            return new Refused(Reason.NOT_EXPORTABLE);
        }
        boolean given =
                sight.isManaging() || sight.image().isBase() || sight.actor().isCompute() || consumersMay;
        if (!given) {
            return new Refused(Reason.CONSUMERS_DO_NOT_DOWNLOAD);
        }
        return sight.actor().isCompute() ? null : tooLow(sight.actor(), Role.ADMIN);
    }

    /**
     * What is the provider's to say: it answers for the licences of what leaves, and for what is shared in bad faith.
     */
    static Refused marking(Sight sight, Reason otherwise) {
        return sight.actor().isOperator() ? null : new Refused(otherwise);
    }

    private static Refused tooLow(Actor actor, Role needed) {
        return actor.may(needed)
                ? null
                : new Refused(Reason.ROLE_TOO_LOW, needed.word(), actor.role().word());
    }
}
