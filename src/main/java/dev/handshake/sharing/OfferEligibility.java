package dev.handshake.sharing;

import dev.handshake.account.AccountNumbers;
import dev.handshake.error.Reason;
import dev.handshake.image.Image;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The members of one image, and whether an account number can become one. Used by both the review and the offer itself,
 * so that they agree.
 */
class OfferEligibility {

    private final Image image;
    private final Map<String, MembershipStatus> members;
    private final int memberQuota;
    private final AccountNumbers accountNumbers;

    private OfferEligibility(Image image, List<Membership> members, int memberQuota, AccountNumbers accountNumbers) {
        this.image = image;
        this.members = new HashMap<>();
        members.forEach(each -> this.members.put(each.member, each.ownerStatus()));
        this.memberQuota = memberQuota;
        this.accountNumbers = accountNumbers;
    }

    /** Loads the eligibility of several images of one region in one query. */
    static Map<UUID, OfferEligibility> load(Collection<Image> images, String region, int most, AccountNumbers numbers) {
        Map<UUID, List<Membership>> members =
                Membership.listByImages(
                                region, images.stream().map(each -> each.id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(each -> each.imageId));
        return images.stream()
                .map(image -> new OfferEligibility(image, members.getOrDefault(image.id, List.of()), most, numbers))
                .collect(Collectors.toMap(offerEligibility -> offerEligibility.image.id, Function.identity()));
    }

    /**
     * Why the image cannot be offered to {@code number}, or null if it can. The quota is checked before existing
     * membership.
     */
    Reason refusal(String number) {
        if (!accountNumbers.matches(number)) {
            return Reason.INVALID_ACCOUNT_NUMBER;
        }
        if (number.equals(image.owner)) {
            return Reason.OWN_ACCOUNT;
        }
        if (members.size() >= memberQuota) {
            return Reason.MEMBER_QUOTA_EXCEEDED;
        }
        return members.containsKey(number) ? Reason.ALREADY_MEMBER : null;
    }

    Image image() {
        return image;
    }

    /** The status of {@code number}, or null if it is not a member. */
    MembershipStatus status(String number) {
        return members.get(number);
    }

    /** Counts {@code number} as a member from now on. */
    void addPending(String number) {
        members.put(number, MembershipStatus.PENDING);
    }

    int memberCount() {
        return members.size();
    }
}
