package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.image.IdPredicate;
import dev.handshake.paging.CappedCounts.CountQuery;
import dev.handshake.paging.Marker;
import dev.handshake.paging.NativeRows;
import dev.handshake.paging.NativeRows.ResultColumn;
import dev.handshake.paging.Page;
import io.quarkus.panache.common.Parameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Queries for memberships across all images of a region, newest offer first. */
public class MembershipQueries {

    private static final String PAGE_AFTER_MARKER =
            "from Membership m join fetch m.image where m.region = :region and m.%s = :account"
                    + " and (m.offeredAt, m.imageId, m.member) < (:at, :id, :rest)%s"
                    + " order by m.offeredAt desc, m.imageId desc, m.member desc";

    /** How many offers are read for the recent recipients: one account may have been offered many images. */
    private static final int LATEST_OFFERS = 50;

    /** Each half of the union reads its own index and stops at the counting limit. */
    private static final String BY_OWNER_STATUS =
            "(select 1 from membership where region = ? and owner = ? and status = ?"
                    + " and told_status is null union all"
                    + " select 1 from membership where region = ? and owner = ? and told_status = ?) told";

    private static final Comparator<Membership> NEWEST = Comparator.comparing((Membership each) -> each.offeredAt)
            .thenComparing(each -> each.imageId.toString())
            .thenComparing(each -> each.member)
            .reversed();

    /**
     * A page of all the offers of the actor's account; of those with {@code status} as shown to the owner, unless it is
     * null.
     */
    public static Page<Membership> pageOfOffers(Actor actor, MembershipStatus status, Marker after, int rows) {
        if (status == null) {
            return page(list("owner", "", parameters(actor, after), rows), rows);
        }
        List<Membership> found = new ArrayList<>(list(
                "owner",
                " and m.status = :status and m.ownerStatusOverride is null",
                parameters(actor, after, status),
                rows));
        found.addAll(list("owner", " and m.ownerStatusOverride = :status", parameters(actor, after, status), rows));
        found.sort(NEWEST);
        return page(found, rows);
    }

    /** A page of the invitations of the actor's account with {@code status}. */
    public static Page<Membership> pageOfInvitations(Actor actor, MembershipStatus status, Marker after) {
        return page(
                list("member", " and m.status = :status", parameters(actor, after, status), Page.DEFAULT_SIZE),
                Page.DEFAULT_SIZE);
    }

    /** The members of several images, each with its image, by image, newest offer first. */
    static List<Membership> listWithImages(String region, Collection<UUID> images) {
        return Membership.list(
                "from Membership m join fetch m.image where " + IdPredicate.toHql("m.imageId", images)
                        + " and m.region = ?2 order by m.imageId, m.offeredAt desc, m.member",
                IdPredicate.toParameter(images),
                region);
    }

    /** How many members several images have, by status; no entry for none. */
    public static Map<MembershipStatus, Long> countByStatus(String region, Collection<UUID> images) {
        Map<MembershipStatus, Long> counts = new EnumMap<>(MembershipStatus.class);
        NativeRows.select(
                        "select status, count(*) as number from membership"
                                + " where region = :region and image_id = any(:ids) group by status",
                        Map.of("region", region, "ids", images.toArray(UUID[]::new)),
                        new ResultColumn("status", String.class),
                        new ResultColumn("number", Long.class))
                .forEach(row -> counts.put(MembershipStatus.valueOf((String) row[0]), (Long) row[1]));
        return counts;
    }

    /** The accounts of the latest offers of the actor's account, latest first. */
    static List<String> listRecentRecipients(Actor actor, int most) {
        return Membership.<Membership>find(
                        "region = ?1 and owner = ?2 order by offeredAt desc, imageId desc, member desc",
                        actor.region(),
                        actor.account())
                .range(0, LATEST_OFFERS - 1)
                .stream()
                .map(each -> each.member)
                .distinct()
                .limit(most)
                .toList();
    }

    private static Parameters parameters(Actor actor, Marker after, MembershipStatus status) {
        return parameters(actor, after).and("status", status);
    }

    private static Parameters parameters(Actor actor, Marker after) {
        return Parameters.with("region", actor.region())
                .and("account", actor.account())
                .and("at", after.at())
                .and("id", after.id())
                .and("rest", after.keySuffix());
    }

    private static List<Membership> list(String side, String which, Parameters words, int rows) {
        return Membership.<Membership>find(PAGE_AFTER_MARKER.formatted(side, which), words)
                .range(0, rows)
                .list();
    }

    private static Page<Membership> page(List<Membership> found, int rows) {
        return Page.of(found, rows, last -> new Marker(last.offeredAt, last.imageId + "~" + last.member));
    }

    /** Counts the invitations of {@code account} with {@code status}. */
    static CountQuery countInvitations(String account, String region, MembershipStatus status) {
        return CountQuery.of(
                "membership where region = ? and member = ? and status = ?", region, account, status.name());
    }

    /** Counts the offers made by {@code account} with {@code status} as shown to the owner. */
    static CountQuery countOffers(String account, String region, MembershipStatus status) {
        return CountQuery.of(BY_OWNER_STATUS, region, account, status.name(), region, account, status.name());
    }
}
