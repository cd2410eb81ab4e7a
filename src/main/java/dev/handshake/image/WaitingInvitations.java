package dev.handshake.image;

import dev.handshake.account.Waits;
import dev.handshake.web.Tally;
import jakarta.enterprise.context.ApplicationScoped;

/** The invitations without an answer. */
@ApplicationScoped
class WaitingInvitations implements Waits {

    @Override
    public String kind() {
        return "invitations";
    }

    @Override
    public Tally.Rows of(String account, String region) {
        return Membership.invited(account, region, MembershipStatus.PENDING);
    }
}
