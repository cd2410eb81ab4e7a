package dev.handshake.imagesync;

import dev.handshake.image.Image;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.ObservedMembers.ObservedMember;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides between what Glance says of the members of an image, and what was changed here since. */
final class MemberMerge {

    private MemberMerge() {}

    /**
     * What the copy of an image's members shall be, from what Glance says and what was changed here since.
     *
     * @param readAt before Glance was asked
     */
    static Collection<ObservedMember> merge(
            Image image, Collection<ObservedMember> theirs, Instant readAt, Instant now) {
        Map<String, ObservedMember> merged = theirs.stream()
                .collect(Collectors.toMap(
                        ObservedMember::account, Function.identity(), (one, same) -> one, TreeMap::new));
        MemberChange.<MemberChange>list("region = ?1 and imageId = ?2", image.region, image.id)
                .forEach(each -> merge(image, each, merged, readAt, now));
        return merged.values();
    }

    private static void merge(
            Image image, MemberChange change, Map<String, ObservedMember> merged, Instant readAt, Instant now) {
        MemberWish wish = change.toWish();
        ObservedMember theirs = merged.get(change.member);
        if (wish.isOverruledByRemoval(theirs) || wish.isOverruledByDecision(theirs)) {
            change.delete();
        } else if (wish.isNewerThan(readAt)) {
            ObservedMember ours = ours(image, change.member);
            if (ours == null) {
                merged.remove(change.member);
            } else {
                merged.put(change.member, ours);
            }
        } else if (wish.isRemovalOf(theirs)) {
            merged.remove(change.member);
            change.reopen(now);
        }
    }

    private static ObservedMember ours(Image image, String member) {
        Membership membership = Membership.findById(new Membership.Key(image.region, image.id, member));
        return membership == null
                ? null
                : new ObservedMember(member, membership.status(), membership.offeredAt, membership.updatedAt());
    }
}
