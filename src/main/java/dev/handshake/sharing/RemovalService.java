package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Removes a selection of members, of one image or of several: all of them or, if one is refused, none. */
@ApplicationScoped
class RemovalService {

    private final SharingService sharing;

    RemovalService(SharingService sharing) {
        this.sharing = sharing;
    }

    /**
     * The members that {@link #remove} would remove now, by image, newest offer first.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} unless the actor sees every image, or the reason why it may not
     *     remove members of one
     */
    List<Membership> review(Actor actor, MemberSelection selection) {
        return load(actor, selection, Image.listVisible(actor, selection.images()));
    }

    /**
     * Removes the members.
     *
     * @return those removed
     * @throws RefusedException as for {@link #review}
     */
    @Transactional
    public List<Membership> remove(Actor actor, MemberSelection selection) {
        List<Membership> leaving = load(actor, selection, Image.listVisibleForUpdate(actor, selection.images()));
        selection.images().forEach(image -> sharing.removeMembers(actor, image, selection));
        return leaving;
    }

    private static List<Membership> load(Actor actor, MemberSelection selection, List<Image> images) {
        List<ImageAccess> visible = ImageAccess.filterVisible(actor, images);
        if (visible.size() < selection.images().size()) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        visible.forEach(ImageAccess::requireCanRemoveMembers);
        return MembershipQueries.listWithImages(actor.region(), selection.images()).stream()
                .filter(selection)
                .toList();
    }
}
