package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageKind;
import dev.handshake.image.ImageStatus;

/**
 * The permission rules for an image the actor can see. Each method returns the refusal, or null if the action is
 * allowed. Visibility is checked before, by {@link ImageAccess}.
 */
public class ImagePolicy {

    static RefusedException offerRefusal(ImageAccess access) {
        RefusedException no = labelRefusal(access);
        return no == null ? observedRefusal(access) : no;
    }

    /** For labels, notes and reminders, which the portal has wherever the image is kept. */
    static RefusedException labelRefusal(ImageAccess access) {
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
        if (!access.image().isShared()) {
            return new RefusedException(Reason.IMAGE_NOT_SHARED);
        }
        RefusedException no = roleRefusal(access.actor(), Role.ADMIN);
        return no == null ? observedRefusal(access) : no;
    }

    static RefusedException decisionRefusal(ImageAccess access) {
        return decisionRefusal(access, access.isConsumer());
    }

    /** Same for a given member; an operator may act for any of them. */
    static RefusedException decisionRefusal(ImageAccess access, Membership whose) {
        boolean standsIn =
                access.actor().isOperator() || access.actor().account().equals(whose.member);
        return decisionRefusal(access, standsIn);
    }

    private static RefusedException decisionRefusal(ImageAccess access, boolean decides) {
        if (!decides) {
            return new RefusedException(Reason.ONLY_CONSUMER_DECIDES);
        }
        RefusedException no = roleRefusal(access.actor(), Role.ADMIN);
        return no == null ? observedRefusal(access) : no;
    }

    static RefusedException reportRefusal(ImageAccess access) {
        return access.isConsumer()
                ? roleRefusal(access.actor(), Role.ADMIN)
                : new RefusedException(Reason.NOT_SHARED_WITH_YOU);
    }

    /** A suspended image cannot be accepted, but it can be rejected or moved back to pending. */
    static RefusedException acceptanceRefusal(ImageAccess access) {
        return access.image().isSuspended() ? new RefusedException(Reason.SUSPENDED) : null;
    }

    static RefusedException updateRefusal(ImageAccess access, Role needed) {
        if (!access.isOwnerOrOperator()) {
            return new RefusedException(Reason.ONLY_OWNER_CHANGES);
        }
        RefusedException no = roleRefusal(access.actor(), needed);
        return no == null ? externalRefusal(access) : no;
    }

    /** The compute service uploads the data of snapshots, since it holds the servers' disks. */
    static RefusedException uploadRefusal(ImageAccess access) {
        boolean isComputes =
                access.actor().isCompute() && access.isOwner() && access.image().kind == ImageKind.SNAPSHOT;
        return isComputes ? null : updateRefusal(access, Role.CREATOR);
    }

    /** A suspended image cannot be deleted: it is evidence, and its copies are recognized by it. */
    static RefusedException deletionRefusal(ImageAccess access) {
        RefusedException no = updateRefusal(access, Role.ADMIN);
        if (no == null && access.image().isProtected()) {
            return new RefusedException(Reason.PROTECTED);
        }
        return no == null && access.image().isSuspended() ? new RefusedException(Reason.SUSPENDED) : no;
    }

    /** Operators manage other accounts' images but start no servers from them. */
    static RefusedException serverStartRefusal(ImageAccess access) {
        if (!access.isOwner() && !access.isConsumer() && !access.image().isBase()) {
            return new RefusedException(Reason.ONLY_OWNER_OR_MEMBER_STARTS);
        }
        if (access.image().isSuspended()) {
            return new RefusedException(Reason.SUSPENDED);
        }
        if (access.image().status() != ImageStatus.ACTIVE) {
            boolean isDeactivated = access.image().status() == ImageStatus.DEACTIVATED;
            return new RefusedException(isDeactivated ? Reason.DEACTIVATED : Reason.NO_DATA);
        }
        RefusedException no =
                access.actor().hasRoleForServers(Role.CREATOR) ? null : roleRefusal(access.actor(), Role.CREATOR);
        return no == null ? externalRefusal(access) : no;
    }

    /** The compute service reads the data for servers inside the cloud, even if the image is not exportable. */
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
     * For decisions of the provider, which answers for the licenses of exported data and for images shared in bad
     * faith.
     */
    static RefusedException operatorRefusal(ImageAccess access, Reason otherwise) {
        return access.actor().isOperator() ? null : new RefusedException(otherwise);
    }

    static RefusedException suspensionRefusal(ImageAccess access) {
        RefusedException no = operatorRefusal(access, Reason.ONLY_PROVIDER_SUSPENDS);
        return no == null ? externalRefusal(access) : no;
    }

    private static RefusedException observedRefusal(ImageAccess access) {
        return access.image().home().isReadOnly() ? new RefusedException(Reason.REGION_OBSERVED) : null;
    }

    private static RefusedException externalRefusal(ImageAccess access) {
        return access.image().home().isExternal() ? new RefusedException(Reason.KEPT_ELSEWHERE) : null;
    }

    private static RefusedException roleRefusal(Actor actor, Role needed) {
        return actor.hasRole(needed)
                ? null
                : new RefusedException(
                        Reason.ROLE_TOO_LOW, needed.label(), actor.role().label());
    }
}
