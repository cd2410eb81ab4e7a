package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.web.Marker;
import dev.handshake.web.Page;
import io.quarkus.panache.common.Parameters;

/** Memberships over all images of a region, the newest offer first. */
class OfferList {

    private static final String OFFERED = "from Membership m join fetch m.image"
            + " where m.region = :region and m.owner = :account and (m.offeredAt, m.imageId, m.member) < (:at, :id, :rest)";
    private static final String INVITED = "from Membership m join fetch m.image left join fetch m.offering"
            + " where m.region = :region and m.member = :account and (m.offeredAt, m.imageId, m.member) < (:at, :id, :rest)";
    private static final String NEWEST = " order by m.offeredAt desc, m.imageId desc, m.member desc";

    /** Everything the actor's account shares; of one status, unless that is null. */
    static Page<Membership> offered(Actor actor, MembershipStatus status, Marker after) {
        return page(OFFERED, actor, status, after);
    }

    /** What the actor's account was offered and answered so. */
    static Page<Membership> invited(Actor actor, MembershipStatus status, Marker after) {
        return page(INVITED, actor, status, after);
    }

    private static Page<Membership> page(String from, Actor actor, MembershipStatus status, Marker after) {
        Parameters words = Parameters.with("region", actor.region())
                .and("account", actor.account())
                .and("at", after.at())
                .and("id", after.id())
                .and("rest", after.rest());
        String ofStatus = status == null ? "" : " and m.status = :status";
        if (status != null) {
            words.and("status", status);
        }
        return Page.of(
                Membership.<Membership>find(from + ofStatus + NEWEST, words)
                        .range(0, Page.ROWS)
                        .list(),
                Page.ROWS,
                last -> new Marker(last.offeredAt, last.imageId + "~" + last.member));
    }
}
