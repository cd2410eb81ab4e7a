package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An image as one actor sees it, and what that actor may do with it. A button appears where its question here says yes;
 * the verb behind the button refuses by the same answer.
 *
 * @param membership the actor's own, where it is a consumer of the image; else null
 */
public record Sight(Actor actor, Image image, Membership membership) {

    /** @throws Refused {@link Reason#NOT_FOUND} unless the actor owns the image, is its member in any status, or it is base */
    static Sight of(Actor actor, UUID id) {
        return one(of(actor, Image.seenBy(actor, List.of(id))));
    }

    /** The same, with the image's row locked until the transaction ends, and the membership read after that. */
    static Sight locked(Actor actor, UUID id) {
        return one(of(actor, Image.lockedBy(actor, List.of(id))));
    }

    /** What the actor sees of {@code images}, in two queries however many they are; what it sees no longer is left out. */
    static List<Sight> of(Actor actor, List<Image> images) {
        Map<UUID, Membership> own = Membership.of(actor, images).stream()
                .collect(Collectors.toMap(each -> each.imageId, Function.identity()));
        return images.stream()
                .map(image -> new Sight(actor, image, own.get(image.id)))
                .filter(sight -> sight.isOwner() || sight.isConsumer() || sight.image.isBase())
                .toList();
    }

    private static Sight one(List<Sight> found) {
        return found.stream().findFirst().orElseThrow(() -> new Refused(Reason.NOT_FOUND));
    }

    public boolean isOwner() {
        return image.isOwnedBy(actor);
    }

    public boolean isConsumer() {
        return membership != null;
    }

    public boolean isOffering() {
        return offering() == null;
    }

    public boolean isRemoving() {
        return removing() == null;
    }

    public boolean isDeciding() {
        return deciding() == null;
    }

    public boolean isChanging() {
        return changing(Role.CREATOR) == null;
    }

    public boolean isDeleting() {
        return changing(Role.ADMIN) == null;
    }

    void mustOffer() {
        refuse(offering());
    }

    void mustRemove() {
        refuse(removing());
    }

    void mustDecide() {
        refuse(deciding());
    }

    void mustChange(Role needed) {
        refuse(changing(needed));
    }

    private Refused offering() {
        if (image.isBase()) {
            return new Refused(Reason.BASE_IMAGE);
        }
        if (!isOwner()) {
            return new Refused(Reason.MEMBER_OFFERS);
        }
        return image.isPrivate() ? new Refused(Reason.PRIVATE_IMAGE) : tooLow(Role.CREATOR);
    }

    private Refused removing() {
        return isOwner() ? tooLow(Role.ADMIN) : new Refused(Reason.MEMBER_REMOVES);
    }

    private Refused deciding() {
        return isConsumer() ? tooLow(Role.ADMIN) : new Refused(Reason.OWNER_DECIDES);
    }

    private Refused changing(Role needed) {
        return isOwner() ? tooLow(needed) : new Refused(Reason.MEMBER_CHANGES);
    }

    private Refused tooLow(Role needed) {
        return actor.may(needed)
                ? null
                : new Refused(Reason.ROLE_TOO_LOW, needed.word(), actor.role().word());
    }

    private static void refuse(Refused no) {
        if (no != null) {
            throw no;
        }
    }
}
