package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageKind;
import dev.handshake.image.ImageStatus;

/**
 * Why an actor may not do something with an image that it sees; null where it may. What it cannot see it never asks.
 */
public class ImagePolicy {

    static RefusedException offerRefusal(ImageAccess access) {
        if (access.image().isBase()) {
            return new RefusedException(Reason.BASE_IMAGE);
        }
        if (!access.isOwnerOrOperator()) {
            return new RefusedException(Reason.ONLY_OWNER_OFFERS);
        }
        if (access.image().isSuspended()) {
            return new RefusedException(Reason.SUSPENDED);
        }
        return access.image().isPrivate()
                ? new RefusedException(Reason.PRIVATE_IMAGE)
                : roleRefusal(access.actor(), Role.CREATOR);
    }

    static RefusedException removalRefusal(ImageAccess access) {
        if (!access.isOwnerOrOperator()) {
            return new RefusedException(Reason.ONLY_OWNER_REMOVES);
        }
        return access.image().isShared()
                ? roleRefusal(access.actor(), Role.ADMIN)
                : new RefusedException(Reason.IMAGE_NOT_SHARED);
    }

    static RefusedException decisionRefusal(ImageAccess access) {
        return access.isConsumer()
                ? roleRefusal(access.actor(), Role.ADMIN)
                : new RefusedException(Reason.ONLY_CONSUMER_DECIDES);
    }

    /** The same for any of the members: an operator may stand in for one. */
    static RefusedException decisionRefusal(ImageAccess access, Membership whose) {
        boolean standsIn =
                access.actor().isOperator() || access.actor().account().equals(whose.member);
        return standsIn ? roleRefusal(access.actor(), Role.ADMIN) : new RefusedException(Reason.ONLY_CONSUMER_DECIDES);
    }

    /** What is suspended is not accepted; it can be rejected, and put back to pending. */
    static RefusedException acceptanceRefusal(ImageAccess access) {
        return access.image().isSuspended() ? new RefusedException(Reason.SUSPENDED) : null;
    }

    static RefusedException updateRefusal(ImageAccess access, Role needed) {
        return access.isOwnerOrOperator()
                ? roleRefusal(access.actor(), needed)
                : new RefusedException(Reason.ONLY_OWNER_CHANGES);
    }

    /** The compute service brings the data of snapshots, since it is the one that has the disks of servers. */
    static RefusedException uploadRefusal(ImageAccess access) {
        boolean isComputes =
                access.actor().isCompute() && access.isOwner() && access.image().kind == ImageKind.SNAPSHOT;
        return isComputes ? null : updateRefusal(access, Role.CREATOR);
    }

    /** What is suspended is kept: it is evidence, and what its copies are known by. */
    static RefusedException deletionRefusal(ImageAccess access) {
        RefusedException no = updateRefusal(access, Role.ADMIN);
        if (no == null && access.image().isProtected()) {
            return new RefusedException(Reason.PROTECTED);
        }
        return no == null && access.image().isSuspended() ? new RefusedException(Reason.SUSPENDED) : no;
    }

    /** Whoever runs the portal manages the images of others, but starts no servers from them. */
    static RefusedException serverStartRefusal(ImageAccess access) {
        if (!access.isOwner() && !access.isConsumer() && !access.image().isBase()) {
            return new RefusedException(Reason.ONLY_OWNER_OR_MEMBER_STARTS);
        }
        if (access.image().isSuspended()) {
            return new RefusedException(Reason.SUSPENDED);
        }
        if (access.image().status() != ImageStatus.ACTIVE) {
            boolean isAway = access.image().status() == ImageStatus.DEACTIVATED;
            return new RefusedException(isAway ? Reason.DEACTIVATED : Reason.NO_DATA);
        }
        return access.actor().hasRoleForServers(Role.CREATOR) ? null : roleRefusal(access.actor(), Role.CREATOR);
    }

    /** The compute service reads for servers inside the cloud, whatever is not to leave it. */
    public static RefusedException downloadRefusal(ImageAccess access, boolean consumersMay) {
        if (access.image().isSuspended() && !access.actor().isOperator()) {
            return new RefusedException(Reason.SUSPENDED);
        }
        if (access.image().status() == ImageStatus.DEACTIVATED) {
            return access.actor().isOperator() ? null : new RefusedException(Reason.DEACTIVATED);
        }
        if (!access.actor().isCompute() && !access.image().isExportable()) {
            return new RefusedException(Reason.NOT_EXPORTABLE);
        }
        boolean given = access.isOwnerOrOperator()
                || access.image().isBase()
                || access.actor().isCompute()
                || consumersMay;
        if (!given) {
            return new RefusedException(Reason.CONSUMER_DOWNLOAD_DISABLED);
        }
        return access.actor().isCompute() ? null : roleRefusal(access.actor(), Role.ADMIN);
    }

    /**
     * What is the provider's to say: it answers for the licences of what leaves, and for what is shared in bad faith.
     */
    static RefusedException operatorRefusal(ImageAccess access, Reason otherwise) {
        return access.actor().isOperator() ? null : new RefusedException(otherwise);
    }

    private static RefusedException roleRefusal(Actor actor, Role needed) {
        return actor.hasRole(needed)
                ? null
                : new RefusedException(
                        Reason.ROLE_TOO_LOW, needed.label(), actor.role().label());
    }
}
