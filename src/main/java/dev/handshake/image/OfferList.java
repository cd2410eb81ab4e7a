package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.web.Marker;
import dev.handshake.web.Page;
import io.quarkus.panache.common.Parameters;

/** Memberships over all images of a region, the newest offer first. */
public class OfferList {

    private static final String AFTER =
            "from Membership m join fetch m.image where m.region = :region and m.%s = :account"
                    + " and (m.offeredAt, m.imageId, m.member) < (:at, :id, :rest)%s"
                    + " order by m.offeredAt desc, m.imageId desc, m.member desc";

    /** Everything the actor's account shares; of one status, unless that is null. */
    public static Page<Membership> offered(Actor actor, MembershipStatus status, Marker after, int rows) {
        return page("owner", actor, status, after, rows);
    }

    /** What the actor's account was offered and answered so. */
    static Page<Membership> invited(Actor actor, MembershipStatus status, Marker after) {
        return page("member", actor, status, after, Page.ROWS);
    }

    private static Page<Membership> page(String side, Actor actor, MembershipStatus status, Marker after, int rows) {
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
                        .range(0, rows)
                        .list(),
                rows,
                last -> new Marker(last.offeredAt, last.imageId + "~" + last.member));
    }
}
