package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.IdPredicate;
import dev.handshake.paging.CappedCounts.CountQuery;
import dev.handshake.paging.FilterParams;
import dev.handshake.paging.Marker;
import dev.handshake.paging.NativeRows;
import dev.handshake.paging.NativeRows.ResultColumn;
import dev.handshake.paging.Page;
import io.quarkus.panache.common.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Queries for memberships across all images of a region, newest offer first. */
public class MembershipQueries {

    private static final String PAGE_AFTER_MARKER = "from Membership m join fetch m.image where m.region = :region"
            + " and (m.offeredAt, m.imageId, m.member) < (:at, :id, :rest)%s"
            + " order by m.offeredAt desc, m.imageId desc, m.member desc";

    private static final String OFFERS = " and m.owner = :account";
    private static final String INVITATIONS = " and m.member = :account and m.status = :status";

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
     * Which offers or invitations of an account to list; null stands for any.
     *
     * @param status of an offer as shown to its owner
     * @param other the account on the other side
     * @param since when it was offered, at the earliest
     * @param until when it was offered, exclusive
     */
    public record Filter(MembershipStatus status, String other, Instant since, Instant until) {

        public static Filter withStatus(MembershipStatus status) {
            return new Filter(status, null, null, null);
        }

        /** @throws RefusedException {@link Reason#MALFORMED} */
        public static Filter from(FilterParams params) {
            return new Filter(
                    StatusTab.parseStatus(params.status()),
                    params.account().isEmpty() ? null : params.account(),
                    params.since(),
                    params.until());
        }

        public Filter orStatus(MembershipStatus otherwise) {
            return status == null ? new Filter(otherwise, other, since, until) : this;
        }
    }

    /** A page of the offers of the actor's account. */
    public static Page<Membership> pageOfOffers(Actor actor, Filter filter, Marker after, int rows) {
        String side = OFFERS + (filter.other == null ? "" : " and m.member = :other");
        if (filter.status == null) {
            return page(list(side, filter, parameters(actor, after, filter), rows), rows);
        }
        List<Membership> found = new ArrayList<>(list(
                side + " and m.status = :status and m.ownerStatusOverride is null",
                filter,
                parameters(actor, after, filter),
                rows));
        found.addAll(
                list(side + " and m.ownerStatusOverride = :status", filter, parameters(actor, after, filter), rows));
        found.sort(NEWEST);
        return page(found, rows);
    }

    /** A page of the invitations of the actor's account; the filter has a status. */
    public static Page<Membership> pageOfInvitations(Actor actor, Filter filter, Marker after, int rows) {
        String side = INVITATIONS + (filter.other == null ? "" : " and m.owner = :other");
        return page(list(side, filter, parameters(actor, after, filter), rows), rows);
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

    private static Parameters parameters(Actor actor, Marker after, Filter filter) {
        Parameters values = Parameters.with("region", actor.region())
                .and("account", actor.account())
                .and("at", after.at())
                .and("id", after.id())
                .and("rest", after.keySuffix());
        Map<String, Object> optional = new HashMap<>();
        optional.put("status", filter.status);
        optional.put("other", filter.other);
        optional.put("since", filter.since);
        optional.put("until", filter.until);
        optional.values().removeIf(Objects::isNull);
        optional.forEach(values::and);
        return values;
    }

    private static List<Membership> list(String which, Filter filter, Parameters values, int rows) {
        String period = (filter.since == null ? "" : " and m.offeredAt >= :since")
                + (filter.until == null ? "" : " and m.offeredAt < :until");
        return Membership.<Membership>find(PAGE_AFTER_MARKER.formatted(which + period), values)
                .range(0, rows)
                .list();
    }

    private static Page<Membership> page(List<Membership> found, int rows) {
        return Page.of(found, rows, last -> new Marker(last.offeredAt, last.imageId + "~" + last.member));
    }

    /** Counts the invitations of {@code account} with {@code status}. */
    public static CountQuery countInvitations(String account, String region, MembershipStatus status) {
        return CountQuery.of(
                "membership where region = ? and member = ? and status = ?", region, account, status.name());
    }

    /** Counts the offers made by {@code account} with {@code status} as shown to the owner. */
    static CountQuery countOffers(String account, String region, MembershipStatus status) {
        return CountQuery.of(BY_OWNER_STATUS, region, account, status.name(), region, account, status.name());
    }
}
