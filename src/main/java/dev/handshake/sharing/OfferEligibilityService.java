package dev.handshake.sharing;

import dev.handshake.account.AccountNumbers;
import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Decides which images an actor may offer and to which account numbers, for both the review and the offer. */
@ApplicationScoped
public class OfferEligibilityService {

    private final AccountNumbers accountNumbers;
    private final int memberQuota;

    OfferEligibilityService(AccountNumbers accountNumbers, SharingConfig config) {
        this.accountNumbers = accountNumbers;
        this.memberQuota = config.memberQuota();
    }

    /** The maximum number of members of an image. */
    public int memberQuota() {
        return memberQuota;
    }

    /**
     * Returns the images if the actor may offer all of them.
     *
     * @throws RefusedException if it may not
     */
    List<Image> requireOfferable(Actor actor, Set<UUID> images) {
        return requireOfferable(images, ImageAccess.filterVisible(actor, Image.listVisible(actor, images)));
    }

    /** Same for images that are already loaded. */
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

    /**
     * Computes what would happen if each image were offered now to each account number in {@code text}. The actor's
     * images that the provider suspended meanwhile are set aside.
     */
    OfferReview review(Actor actor, Set<UUID> images, String text) {
        List<ImageAccess> visible = ImageAccess.filterVisible(actor, Image.listVisible(actor, images));
        List<Image> suspended = visible.stream()
                .filter(ImageAccess::isOwnerOrOperator)
                .map(ImageAccess::image)
                .filter(Image::isSuspended)
                .toList();
        Set<UUID> rest = new LinkedHashSet<>(images);
        suspended.forEach(image -> rest.remove(image.id));
        List<ImageAccess> others = visible.stream()
                .filter(access -> rest.contains(access.image().id))
                .toList();
        List<Image> offerable = rest.isEmpty() && !suspended.isEmpty() ? List.of() : requireOfferable(rest, others);
        return OfferReview.of(AccountNumbers.split(text), offerable, load(actor, offerable), suspended);
    }

    /** Loads the eligibility of each image, by image id, in one query. */
    Map<UUID, OfferEligibility> load(Actor actor, List<Image> images) {
        return OfferEligibility.load(images, actor.region(), memberQuota, accountNumbers);
    }
}
