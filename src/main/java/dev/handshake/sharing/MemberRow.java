package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.web.Urls;
import io.quarkus.qute.TemplateExtension;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A member as the owner sees it.
 *
 * @param label the owner's private label for the account number, or null
 */
public record MemberRow(Membership membership, String label) {

    public static final List<String> CSV_HEADER =
            List.of("image_id", "image_name", "account", "label", "status", "offered_at", "offered_by", "decided_at");

    /** Loads the labels of all {@code members} in one query. */
    public static List<MemberRow> withLabels(Actor owner, List<Membership> members) {
        Map<String, String> labels = Label.findByNumber(
                owner, members.stream().map(each -> each.member).distinct().toList());
        return members.stream()
                .map(each -> new MemberRow(each, labels.get(each.member)))
                .toList();
    }

    /** The cells below {@link #CSV_HEADER}. */
    public List<Object> toCsv(Image image) {
        return Arrays.asList(
                image.id,
                image.name,
                membership.member,
                label,
                membership.ownerStatus().label(),
                membership.offeredAt,
                membership.offeredBy,
                membership.ownerDecidedAt());
    }

    /** The URL of the owner's actions on this member. */
    @TemplateExtension
    static URI memberUrl(Membership membership) {
        return Urls.member(membership.region, membership.imageId, membership.member);
    }
}
