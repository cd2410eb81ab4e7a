package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An image as seen by one actor, with what that actor may do. Pages show a button when {@code canX()} is true; the
 * action behind the button refuses by the same rule in {@link ImagePolicy}.
 *
 * @param membership the actor's own membership if it is a consumer of the image, otherwise null
 */
public record ImageAccess(Actor actor, Image image, Membership membership) {

    /**
     * @throws RefusedException {@link Reason#NOT_FOUND} unless the actor owns the image, is a member in any status, or
     *     the image is a base image
     */
    public static ImageAccess load(Actor actor, UUID id) {
        return requireFound(filterVisible(actor, Image.listVisible(actor, toList(id))));
    }

    /** Same as {@link #load}, but empty if the actor cannot see the image. */
    public static Optional<ImageAccess> find(Actor actor, UUID id) {
        return filterVisible(actor, Image.listVisible(actor, toList(id))).stream()
                .findFirst();
    }

    /** Same as {@link #load}, but locks the image's row before it reads the membership. */
    public static ImageAccess loadForUpdate(Actor actor, UUID id) {
        return requireFound(filterVisible(actor, Image.listVisibleForUpdate(actor, toList(id))));
    }

    /**
     * Returns the {@code images} the actor can see. Takes one query regardless of their number, and none if the actor
     * owns them all, since an account is never a member of its own image. Images the actor can no longer see are left
     * out.
     */
    static List<ImageAccess> filterVisible(Actor actor, List<Image> images) {
        List<Image> others =
                images.stream().filter(image -> !image.isOwnedBy(actor)).toList();
        Map<UUID, Membership> own = Membership.listForConsumer(actor, others).stream()
                .collect(Collectors.toMap(each -> each.imageId, Function.identity()));
        return images.stream()
                .map(image -> new ImageAccess(actor, image, own.get(image.id)))
                .filter(access -> access.isOwnerOrOperator() || access.isConsumer() || access.image.isBase())
                .toList();
    }

    /** A form or URL may carry no image id at all. */
    private static List<UUID> toList(UUID id) {
        return id == null ? List.of() : List.of(id);
    }

    private static ImageAccess requireFound(List<ImageAccess> found) {
        return found.stream().findFirst().orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
    }

    public boolean isOwner() {
        return image.isOwnedBy(actor);
    }

    /** Whether the actor is the owner or an operator. */
    public boolean isOwnerOrOperator() {
        return isOwner() || actor.isOperator();
    }

    public boolean isConsumer() {
        return membership != null;
    }

    /**
     * The members visible to the actor.
     *
     * @throws RefusedException {@link Reason#IMAGE_NOT_SHARED} if the image is not shared
     */
    public List<Membership> members() {
        if (!image.isShared()) {
            throw new RefusedException(Reason.IMAGE_NOT_SHARED);
        }
        return isOwnerOrOperator() ? Membership.listByImages(image.region, List.of(image.id)) : List.of(membership);
    }

    /**
     * One of the members visible to the actor.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND}
     */
    public Membership requireMember(String number) {
        return Stream.of(image)
                .filter(Image::isShared)
                .flatMap(shared -> members().stream())
                .filter(each -> each.member.equals(number))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
    }

    public boolean canOffer() {
        return ImagePolicy.offerRefusal(this) == null;
    }

    public boolean canLabelMembers() {
        return ImagePolicy.labelRefusal(this) == null;
    }

    public boolean canRemoveMembers() {
        return ImagePolicy.removalRefusal(this) == null;
    }

    public boolean canDecide() {
        return ImagePolicy.decisionRefusal(this) == null;
    }

    public boolean canReport() {
        return ImagePolicy.reportRefusal(this) == null;
    }

    public boolean canAccept() {
        return canDecide() && ImagePolicy.acceptanceRefusal(this) == null;
    }

    public boolean canUpdate() {
        return ImagePolicy.updateRefusal(this, Role.CREATOR) == null;
    }

    public boolean canDelete() {
        return ImagePolicy.deletionRefusal(this) == null;
    }

    public boolean canStartServer() {
        return ImagePolicy.serverStartRefusal(this) == null;
    }

    /** @throws RefusedException if the actor may not start servers from the image */
    public void requireCanStartServer() {
        throwIfRefused(ImagePolicy.serverStartRefusal(this));
    }

    void requireCanOffer() {
        throwIfRefused(ImagePolicy.offerRefusal(this));
    }

    void requireCanRemoveMembers() {
        throwIfRefused(ImagePolicy.removalRefusal(this));
    }

    public void requireCanReport() {
        require(ImagePolicy::reportRefusal);
    }

    public void requireCanDelete() {
        throwIfRefused(ImagePolicy.deletionRefusal(this));
    }

    /** @param consumersMay whether consumers may download the data of shared images */
    public void requireCanDownload(boolean consumersMay) {
        throwIfRefused(ImagePolicy.downloadRefusal(this, consumersMay));
    }

    public void requireCanMarkExportable() {
        throwIfRefused(ImagePolicy.operatorRefusal(this, Reason.ONLY_OPERATOR_MARKS_EXPORTABLE));
    }

    public void requireCanSuspend() {
        throwIfRefused(ImagePolicy.suspensionRefusal(this));
    }

    /** Same for a given member; an operator may act for any of them. */
    void requireCanDecideFor(Membership whose) {
        throwIfRefused(ImagePolicy.decisionRefusal(this, whose));
    }

    public void requireCanUpdate(Role needed) {
        throwIfRefused(ImagePolicy.updateRefusal(this, needed));
    }

    public void requireCanUpload() {
        throwIfRefused(ImagePolicy.uploadRefusal(this));
    }

    void require(Function<ImageAccess, RefusedException> rule) {
        throwIfRefused(rule.apply(this));
    }

    private static void throwIfRefused(RefusedException no) {
        if (no != null) {
            throw no;
        }
    }
}
