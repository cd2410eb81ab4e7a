package dev.handshake.invitation;

import dev.handshake.account.PendingCount;
import dev.handshake.paging.CappedCounts;
import dev.handshake.sharing.MembershipQueries;
import dev.handshake.sharing.MembershipStatus;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts pending invitations for the badge in the page header. */
@ApplicationScoped
class PendingInvitationCount implements PendingCount {

    @Override
    public String kind() {
        return "invitations";
    }

    @Override
    public CappedCounts.CountQuery query(String account, String region) {
        return MembershipQueries.countInvitations(account, region, MembershipStatus.PENDING);
    }
}
