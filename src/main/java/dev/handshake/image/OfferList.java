package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.web.Marker;
import dev.handshake.web.Page;
import io.quarkus.panache.common.Parameters;

/** Memberships over all images of a region, the newest offer first. */
class OfferList {

    private static final String AFTER =
            "from Membership m join fetch m.image where m.region = :region and m.%s = :account"
                    + " and (m.offeredAt, m.imageId, m.member) < (:at, :id, :rest)%s"
                    + " order by m.offeredAt desc, m.imageId desc, m.member desc";

    /** Everything the actor's account shares; of one status, unless that is null. */
    static Page<Membership> offered(Actor actor, MembershipStatus status, Marker after) {
        return page("owner", actor, status, after);
    }

    /** What the actor's account was offered and answered so. */
    static Page<Membership> invited(Actor actor, MembershipStatus status, Marker after) {
        return page("member", actor, status, after);
    }

    private static Page<Membership> page(String side, Actor actor, MembershipStatus status, Marker after) {
        Parameters words = Parameters.with("region", actor.region())
                .and("account", actor.account())
                .and("at", after.at())
                .and("id", after.id())
                .and("rest", after.rest());
        if (status != null) {
            words.and("status", status);
        }
        return Page.of(
                Membership.<Membership>find(
                                AFTER.formatted(side, status == null ? "" : " and m.status = :status"), words)
                        .range(0, Page.ROWS)
                        .list(),
                Page.ROWS,
                last -> new Marker(last.offeredAt, last.imageId + "~" + last.member));
    }
}
