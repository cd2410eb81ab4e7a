package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.paging.NativeRows;
import dev.handshake.paging.NativeRows.ResultColumn;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.MembershipStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One image in the list, with its members if the actor owns it.
 *
 * @param members the latest few; empty unless the actor owns the image
 * @param counts the number of all members by status
 */
public record ImageRow(Image image, Actor actor, List<LatestMember> members, MemberCounts counts) {

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

    /**
     * One of the members, as the owner sees it.
     *
     * @param label the owner's private label for the account number, or null
     */
    public record LatestMember(String number, String label, MembershipStatus status, Instant offeredAt) {}

    private static final String OWNER_STATUS = "coalesce(m.told_status, m.status)";

    /** The latest three members of each image, each with the counts of all members. */
    private static final String LATEST =
            "select m.image_id, m.member, m.owner_status, m.offered_at, m.accepted, m.pending, m.rejected, l.label"
                    + " from (select m.image_id, m.member, m.offered_at, " + OWNER_STATUS + " as owner_status,"
                    + " row_number() over (partition by m.image_id order by m.offered_at desc, m.member) as place,"
                    + count("ACCEPTED") + "," + count("PENDING") + "," + count("REJECTED")
                    + " from membership m where m.region = :region and m.image_id = any(:images)) m"
                    + " left join account_label l on l.account = :account and l.number = m.member"
                    + " where m.place <= 3 order by m.image_id, m.place";

    private static final ResultColumn[] LATEST_COLUMNS = {
        new ResultColumn("image_id", UUID.class),
        new ResultColumn("member", String.class),
        new ResultColumn("label", String.class),
        new ResultColumn("owner_status", String.class),
        new ResultColumn("offered_at", Instant.class),
        new ResultColumn("accepted", Long.class),
        new ResultColumn("pending", Long.class),
        new ResultColumn("rejected", Long.class)
    };

    private static String count(String status) {
        return " count(*) filter (where " + OWNER_STATUS + " = '" + status + "') over (partition by m.image_id) as "
                + status.toLowerCase(Locale.ROOT);
    }

    /** Loads the rows for {@code images} in one query; members only for the actor's own images. */
    static List<ImageRow> load(Actor actor, List<Image> images) {
        Map<UUID, List<Object[]>> latest =
                latest(actor, images).stream().collect(Collectors.groupingBy(row -> (UUID) row[0]));
        return images.stream()
                .map(image -> of(image, actor, latest.getOrDefault(image.id, List.of())))
                .toList();
    }

    private static ImageRow of(Image image, Actor actor, List<Object[]> latest) {
        MemberCounts counts = latest.stream()
                .findFirst()
                .map(row -> new MemberCounts((Long) row[5], (Long) row[6], (Long) row[7]))
                .orElse(MemberCounts.NONE);
        return new ImageRow(
                image, actor, latest.stream().map(ImageRow::toMember).toList(), counts);
    }

    private static LatestMember toMember(Object[] row) {
        return new LatestMember(
                (String) row[1], (String) row[2], MembershipStatus.valueOf((String) row[3]), (Instant) row[4]);
    }

    private static List<Object[]> latest(Actor actor, List<Image> images) {
        UUID[] own = images.stream()
                .filter(image -> image.isOwnedBy(actor))
                .map(image -> image.id)
                .toArray(UUID[]::new);
        return own.length == 0
                ? List.of()
                : NativeRows.select(
                        LATEST,
                        Map.of("region", actor.region(), "account", actor.account(), "images", own),
                        LATEST_COLUMNS);
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
