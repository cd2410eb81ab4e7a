package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.web.Urls;
import io.quarkus.qute.TemplateExtension;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One member as the owner sees it.
 *
 * @param label the owner's private name for the number, or null
 */
public record MemberRow(Membership membership, String label) {

    /** With the labels in one query. */
    public static List<MemberRow> withLabels(Actor owner, List<Membership> members) {
        Map<String, String> labels = Label.findByNumber(
                owner, members.stream().map(each -> each.member).distinct().toList());
        return members.stream()
                .map(each -> new MemberRow(each, labels.get(each.member)))
                .toList();
    }

    /** Where the owner's people act on it. */
    @TemplateExtension
    static URI memberUrl(Membership membership) {
        return Urls.member(membership.region, membership.imageId, membership.member);
    }
}
