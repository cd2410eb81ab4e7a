package dev.handshake.server;

import dev.handshake.image.Image;
import dev.handshake.paging.NativeRows;
import dev.handshake.paging.NativeRows.ResultColumn;
import dev.handshake.sharing.MemberRow;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.SharingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many servers run from an account's images: its own, and those of members that it knows to have accepted. Owners
 * learn numbers and times, nothing else of the servers of others. The operator can switch that off; then nothing runs.
 */
@ApplicationScoped
@Named("imageUsage")
public class ImageUsage {

    /** How many servers are counted at the most; beyond it, number and time are those of some of them. */
    static final int MAX_COUNTED = 1_000;

    /** What a member was told to have decided counts, as everywhere for owners. */
    private static final String SELECT =
            "select s.source_image, s.account, count(*) as number, max(s.created_at) as last"
                    + " from (select s.source_image, s.account, s.created_at from server s left join membership m"
                    + " on m.region = :region and m.image_id = s.source_image and m.member = s.account"
                    + " where s.region = :region and s.deleted_at is null and s.source_image = %s"
                    + " and (s.account = :owner or coalesce(m.told_status, m.status) = 'ACCEPTED') limit " + MAX_COUNTED
                    + ") s group by s.source_image, s.account";

    private static final String OF_IMAGE = SELECT.formatted(":image");
    private static final String OF_IMAGES = SELECT.formatted("any(:images)");

    private static final ResultColumn[] COLUMNS = {
        new ResultColumn("source_image", UUID.class),
        new ResultColumn("account", String.class),
        new ResultColumn("number", Long.class),
        new ResultColumn("last", Instant.class)
    };

    private final SharingConfig settings;

    ImageUsage(SharingConfig settings) {
        this.settings = settings;
    }

    public boolean isVisible() {
        return settings.serverCountsEnabled();
    }

    /** Of one image, for its owner, by account. */
    public ServerCounts forImage(Image image) {
        return isVisible()
                ? ServerCounts.of(NativeRows.select(
                        OF_IMAGE, Map.of("region", image.region, "image", image.id, "owner", image.owner), COLUMNS))
                : ServerCounts.NONE;
    }

    /** For the owner, of one member. */
    public ServerCounts forMember(MemberRow row) {
        return forMembers(List.of(row));
    }

    /** Of the images of these members, for their owner: the servers of these members alone. */
    public ServerCounts forMembers(List<MemberRow> rows) {
        List<Membership> members = rows.stream().map(MemberRow::membership).toList();
        if (!isVisible() || members.isEmpty()) {
            return ServerCounts.NONE;
        }
        UUID[] images = members.stream().map(each -> each.imageId).distinct().toArray(UUID[]::new);
        Membership any = members.get(0);
        return ServerCounts.of(NativeRows.select(
                        OF_IMAGES, Map.of("region", any.region, "images", images, "owner", any.owner), COLUMNS))
                .only(members);
    }
}
