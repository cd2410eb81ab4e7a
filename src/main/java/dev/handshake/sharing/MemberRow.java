package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.web.Urls;
import io.quarkus.qute.TemplateExtension;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A member as the owner sees it.
 *
 * @param label the owner's private label for the account number, or null
 */
public record MemberRow(Membership membership, String label) {

    /** Loads the labels of all {@code members} in one query. */
    public static List<MemberRow> withLabels(Actor owner, List<Membership> members) {
        Map<String, String> labels = Label.findByNumber(
                owner, members.stream().map(each -> each.member).distinct().toList());
        return members.stream()
                .map(each -> new MemberRow(each, labels.get(each.member)))
                .toList();
    }

    /** The URL of the owner's actions on this member. */
    @TemplateExtension
    static URI memberUrl(Membership membership) {
        return Urls.member(membership.region, membership.imageId, membership.member);
    }
}
