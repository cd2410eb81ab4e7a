package dev.handshake.compute;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.sharing.InvitationService;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.SharingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Offers made by the compute service. When an administrator takes a snapshot of another account's server, Nova creates
 * it in the administrator's project and adds the server's project as its first member. That account accepts at once:
 * the data is that of its own server.
 */
@ApplicationScoped
public class ServerOwnerService {

    /** Shown to the account as who accepted. */
    private static final String NAME = "the compute service";

    private final SharingService sharing;
    private final InvitationService invitations;

    ServerOwnerService(SharingService sharing, InvitationService invitations) {
        this.sharing = sharing;
        this.invitations = invitations;
    }

    /** Same as {@link SharingService#offer(Actor, UUID, String)}; accepted if it is to the server's owner. */
    @Transactional
    public Membership offer(Actor actor, UUID image, String member) {
        Membership offered = sharing.offer(actor, image, member);
        if (actor.isCompute() && isToServerOwner(actor, offered)) {
            invitations.accept(new Actor(member, NAME, Role.ADMIN, actor.region(), true), image);
        }
        return offered;
    }

    private static boolean isToServerOwner(Actor actor, Membership offered) {
        ComputeSnapshot snapshot = ComputeSnapshot.findById(new ComputeSnapshot.Key(offered.region, offered.imageId));
        return snapshot != null
                && offered.owner.equals(actor.account())
                && snapshot.assignServerTo(offered.owner, offered.member);
    }
}
