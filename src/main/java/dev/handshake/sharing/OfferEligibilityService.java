package dev.handshake.sharing;

import dev.handshake.account.AccountNumbers;
import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which images an actor may offer, and to which account numbers: what the review shows, and the offer refuses by. */
@ApplicationScoped
public class OfferEligibilityService {

    private final AccountNumbers accountNumbers;
    private final int memberQuota;

    OfferEligibilityService(
            AccountNumbers accountNumbers, @ConfigProperty(name = "handshake.sharing.member-quota") int memberQuota) {
        this.accountNumbers = accountNumbers;
        this.memberQuota = memberQuota;
    }

    /** How many members an image can have. */
    public int memberQuota() {
        return memberQuota;
    }

    /**
     * The images, where the actor may offer every one of them.
     *
     * @throws RefusedException where it may not
     */
    List<Image> requireOfferable(Actor actor, Set<UUID> images) {
        return requireOfferable(images, ImageAccess.filterVisible(actor, Image.listVisible(actor, images)));
    }

    /** The same for images that are read already. */
    static List<Image> requireOfferable(Set<UUID> ids, List<ImageAccess> visible) {
        if (ids.isEmpty()) {
            throw new RefusedException(Reason.NOTHING_SELECTED);
        }
        if (visible.size() < ids.size()) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        visible.forEach(ImageAccess::requireCanOffer);
        return visible.stream().map(ImageAccess::image).toList();
    }

    /** Where each number of a pasted text would stand with each image if it were offered now. */
    OfferReview review(Actor actor, Set<UUID> images, String text) {
        List<Image> offerable = requireOfferable(actor, images);
        return OfferReview.of(AccountNumbers.split(text), offerable, load(actor, offerable));
    }

    /** By the id of each image, in one query. */
    Map<UUID, OfferEligibility> load(Actor actor, List<Image> images) {
        return OfferEligibility.load(images, actor.region(), memberQuota, accountNumbers);
    }
}
