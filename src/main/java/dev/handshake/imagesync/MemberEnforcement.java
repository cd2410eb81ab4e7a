package dev.handshake.imagesync;

import dev.handshake.glance.GlanceImage;
import dev.handshake.image.Image;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.ObservedMembers;
import dev.handshake.sharing.ObservedMembers.ObservedMember;
import dev.handshake.sharing.OfferEligibilityService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Undoes offers made at Glance that could not have been made here. What was there when the portal first read the region
 * stays.
 */
@ApplicationScoped
class MemberEnforcement {

    private static final Comparator<ObservedMember> OLDEST_FIRST =
            Comparator.comparing(ObservedMember::offeredAt).thenComparing(ObservedMember::account);

    private final ObservedMembers members;
    private final MemberChanges changes;
    private final int memberQuota;

    MemberEnforcement(ObservedMembers members, MemberChanges changes, OfferEligibilityService eligibility) {
        this.members = members;
        this.changes = changes;
        this.memberQuota = eligibility.memberQuota();
    }

    /**
     * Has the members that break the rules removed at Glance, and tells both sides. The caller has locked the image's
     * row.
     *
     * @param image as it is now
     * @param theirMembers that the image would have
     * @param wasDeactivated whether it was deactivated when it was last read, so that all new members came after that
     * @return those that may stay
     */
    List<ObservedMember> undo(
            Image image,
            GlanceImage theirs,
            Collection<ObservedMember> theirMembers,
            boolean wasDeactivated,
            Instant now) {
        Set<String> known = Membership.listByImages(image.region, List.of(image.id)).stream()
                .map(each -> each.member)
                .collect(Collectors.toSet());
        List<ObservedMember> staying = new ArrayList<>(theirMembers);
        staying.removeIf(each -> !known.contains(each.account()));
        theirMembers.stream()
                .filter(each -> !known.contains(each.account()))
                .sorted(OLDEST_FIRST)
                .forEach(each -> {
                    boolean isLate = image.isDeactivated()
                            && (wasDeactivated || each.updatedAt().isAfter(theirs.updatedAt()));
                    if (isLate || staying.size() >= memberQuota) {
                        changes.remove(image, each.account(), now);
                        members.recordUndone(image, each.account());
                    } else {
                        staying.add(each);
                    }
                });
        return staying;
    }
}
