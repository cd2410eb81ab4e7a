package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.MemberRow;
import dev.handshake.sharing.Membership;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/**
 * One image in the list, with its members if the actor owns it.
 *
 * @param members the latest few; empty unless the actor owns the image
 * @param total the number of all members
 */
public record ImageRow(Image image, Actor actor, List<MemberRow> members, long total) {

    /** The latest three members of each image, each with the total number of members. */
    private static final String LATEST = "select m.* from (select m.*,"
            + " row_number() over (partition by m.image_id order by m.offered_at desc, m.member) as place,"
            + " count(*) over (partition by m.image_id) as total"
            + " from membership m where m.region = :region and m.image_id = any(:images)) m"
            + " where m.place <= 3 order by m.image_id, m.place";

    private record Latest(Membership membership, long total) {}

    /** Loads the rows for {@code images} in two queries; members only for the actor's own images. */
    static List<ImageRow> load(Actor actor, List<Image> images) {
        List<Latest> latest = latest(actor, images);
        Map<UUID, Long> totals = latest.stream()
                .collect(Collectors.toMap(each -> each.membership.imageId, Latest::total, (one, same) -> one));
        Map<UUID, List<MemberRow>> members =
                MemberRow.withLabels(
                                actor, latest.stream().map(Latest::membership).toList())
                        .stream()
                        .collect(Collectors.groupingBy(row -> row.membership().imageId));
        return images.stream()
                .map(image -> new ImageRow(
                        image, actor, members.getOrDefault(image.id, List.of()), totals.getOrDefault(image.id, 0L)))
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
                .addScalar("total", Long.class)
                .setParameter("region", actor.region())
                .setParameter("images", own.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new Latest((Membership) row[0], (Long) row[1]))
                .toList();
    }

    public boolean isOwn() {
        return image.isOwnedBy(actor);
    }

    /** Whether another account shares it with this one. */
    public boolean isShared() {
        return !isOwn() && !image.isBase();
    }

    public boolean canOffer() {
        return new ImageAccess(actor, image, null).canOffer();
    }

    public long more() {
        return total - members.size();
    }
}
