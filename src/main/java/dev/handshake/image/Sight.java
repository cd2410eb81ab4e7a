package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An image as one actor sees it, and what that actor may do with it. A button appears where its question here says yes;
 * the verb behind the button refuses by the same answer.
 *
 * @param membership the actor's own, where it is a consumer of the image; else null
 */
public record Sight(Actor actor, Image image, Membership membership) {

    /**
     * @throws RefusedException {@link Reason#NOT_FOUND} unless the actor owns the image, is its member in any status,
     *     or it is base
     */
    static Sight of(Actor actor, UUID id) {
        return one(of(actor, Image.seenBy(actor, asked(id))));
    }

    /** The same, but empty where the actor sees none. */
    static Optional<Sight> find(Actor actor, UUID id) {
        return of(actor, Image.seenBy(actor, asked(id))).stream().findFirst();
    }

    /** The same, with the image's row locked until the transaction ends, and the membership read after that. */
    public static Sight locked(Actor actor, UUID id) {
        return one(of(actor, Image.lockedBy(actor, asked(id))));
    }

    /**
     * What the actor sees of {@code images}, in one query however many they are, and in none where all are its own,
     * since no account is a member of what it owns; what it sees no longer is left out.
     */
    static List<Sight> of(Actor actor, List<Image> images) {
        List<Image> others =
                images.stream().filter(image -> !image.isOwnedBy(actor)).toList();
        Map<UUID, Membership> own = Membership.of(actor, others).stream()
                .collect(Collectors.toMap(each -> each.imageId, Function.identity()));
        return images.stream()
                .map(image -> new Sight(actor, image, own.get(image.id)))
                .filter(sight -> sight.isManaging() || sight.isConsumer() || sight.image.isBase())
                .toList();
    }

    /** A form or an address may name no image at all. */
    private static List<UUID> asked(UUID id) {
        return id == null ? List.of() : List.of(id);
    }

    private static Sight one(List<Sight> found) {
        return found.stream().findFirst().orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
    }

    public boolean isOwner() {
        return image.isOwnedBy(actor);
    }

    /** Whether the actor is on the owner's side: the owner itself, or the provider's staff. */
    public boolean isManaging() {
        return isOwner() || actor.isOperator();
    }

    public boolean isConsumer() {
        return membership != null;
    }

    /**
     * The members that the actor sees.
     *
     * @throws RefusedException {@link Reason#IMAGE_NOT_SHARED} of an image that is not shared
     */
    List<Membership> members() {
        if (!image.isShared()) {
            throw new RefusedException(Reason.IMAGE_NOT_SHARED);
        }
        return isManaging() ? Membership.in(image.region, List.of(image.id)) : List.of(membership);
    }

    /**
     * One of them.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND}
     */
    Membership member(String number) {
        return Stream.of(image)
                .filter(Image::isShared)
                .flatMap(shared -> members().stream())
                .filter(each -> each.member.equals(number))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
    }

    public boolean isOffering() {
        return Verdict.offering(this) == null;
    }

    public boolean isRemoving() {
        return Verdict.removing(this) == null;
    }

    public boolean isDeciding() {
        return Verdict.deciding(this) == null;
    }

    public boolean isAccepting() {
        return isDeciding() && Verdict.accepting(this) == null;
    }

    public boolean isChanging() {
        return Verdict.changing(this, Role.CREATOR) == null;
    }

    public boolean isDeleting() {
        return Verdict.deleting(this) == null;
    }

    public boolean isStarting() {
        return Verdict.starting(this) == null;
    }

    /** @throws RefusedException where the actor may not start servers from the image */
    public void mustStart() {
        refuse(Verdict.starting(this));
    }

    void mustOffer() {
        refuse(Verdict.offering(this));
    }

    void mustRemove() {
        refuse(Verdict.removing(this));
    }

    void mustDelete() {
        refuse(Verdict.deleting(this));
    }

    /** @param consumersMay whether the data of a shared image is given to its consumers */
    void mustDownload(boolean consumersMay) {
        refuse(Verdict.downloading(this, consumersMay));
    }

    void mustMark() {
        refuse(Verdict.marking(this, Reason.ONLY_OPERATOR_MARKS_EXPORTABLE));
    }

    void mustHold() {
        refuse(Verdict.marking(this, Reason.ONLY_PROVIDER_SUSPENDS));
    }

    void mustDecide() {
        refuse(Verdict.deciding(this));
    }

    /** The same for any of the members: an operator may stand in for one. */
    void mustDecide(Membership whose) {
        refuse(Verdict.deciding(this, whose));
    }

    void mustAccept() {
        refuse(Verdict.accepting(this));
    }

    void mustChange(Role needed) {
        refuse(Verdict.changing(this, needed));
    }

    void mustFill() {
        refuse(Verdict.filling(this));
    }

    private static void refuse(RefusedException no) {
        if (no != null) {
            throw no;
        }
    }
}
