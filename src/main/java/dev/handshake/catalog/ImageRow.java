package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.MemberRow;
import dev.handshake.sharing.Membership;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;

/**
 * One image in the list, with its members if the actor owns it.
 *
 * @param members the latest few; empty unless the actor owns the image
 * @param counts the number of all members by status
 */
public record ImageRow(Image image, Actor actor, List<MemberRow> members, MemberCounts counts) {

    /** How many members have accepted, not decided and rejected, as the owner sees it. */
    public record MemberCounts(long accepted, long pending, long rejected) {

        static final MemberCounts NONE = new MemberCounts(0, 0, 0);

        public long total() {
            return accepted + pending + rejected;
        }

        /** Such as {@code 2 accepted · 1 pending}. */
        @Override
        public String toString() {
            return Stream.of(part(accepted, "accepted"), part(pending, "pending"), part(rejected, "rejected"))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        private static String part(long number, String status) {
            return number == 0 ? "" : number + " " + status;
        }
    }

    /** The latest three members of each image, each with the counts of all members. */
    private static final String LATEST = "select m.* from (select m.*,"
            + " row_number() over (partition by m.image_id order by m.offered_at desc, m.member) as place,"
            + count("ACCEPTED") + "," + count("PENDING") + "," + count("REJECTED")
            + " from membership m where m.region = :region and m.image_id = any(:images)) m"
            + " where m.place <= 3 order by m.image_id, m.place";

    private static String count(String status) {
        return " count(*) filter (where coalesce(m.told_status, m.status) = '" + status
                + "') over (partition by m.image_id) as " + status.toLowerCase(Locale.ROOT);
    }

    private record Latest(Membership membership, MemberCounts counts) {}

    /** Loads the rows for {@code images} in two queries; members only for the actor's own images. */
    static List<ImageRow> load(Actor actor, List<Image> images) {
        List<Latest> latest = latest(actor, images);
        Map<UUID, MemberCounts> counts = latest.stream()
                .collect(Collectors.toMap(each -> each.membership.imageId, Latest::counts, (one, same) -> one));
        Map<UUID, List<MemberRow>> members =
                MemberRow.withLabels(
                                actor, latest.stream().map(Latest::membership).toList())
                        .stream()
                        .collect(Collectors.groupingBy(row -> row.membership().imageId));
        return images.stream()
                .map(image -> new ImageRow(
                        image,
                        actor,
                        members.getOrDefault(image.id, List.of()),
                        counts.getOrDefault(image.id, MemberCounts.NONE)))
                .toList();
    }

    private static List<Latest> latest(Actor actor, List<Image> images) {
        List<UUID> own = images.stream()
                .filter(image -> image.isOwnedBy(actor))
                .map(image -> image.id)
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        NativeQuery<Object[]> rows =
                Image.getEntityManager().createNativeQuery(LATEST).unwrap(NativeQuery.class);
        return rows
                .addEntity("m", Membership.class)
                .addScalar("accepted", Long.class)
                .addScalar("pending", Long.class)
                .addScalar("rejected", Long.class)
                .setParameter("region", actor.region())
                .setParameter("images", own.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row ->
                        new Latest((Membership) row[0], new MemberCounts((Long) row[1], (Long) row[2], (Long) row[3])))
                .toList();
    }

    public boolean isOwn() {
        return image.isOwnedBy(actor);
    }

    /** Kind and operating system, such as {@code snapshot · Debian 13}. */
    public String origin() {
        String kind = image.kind.label();
        return image.operatingSystem.isEmpty() ? kind : kind + " · " + image.operatingSystem;
    }

    /** Whether another account shares it with this one. */
    public boolean isShared() {
        return !isOwn() && !image.isBase();
    }

    public boolean canOffer() {
        return new ImageAccess(actor, image, null).canOffer();
    }

    public long more() {
        return counts.total() - members.size();
    }
}
