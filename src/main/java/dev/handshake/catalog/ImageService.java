package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.BaseImagePolicy;
import dev.handshake.image.ExportRestrictions;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.Image;
import dev.handshake.image.ImageExportBlocked;
import dev.handshake.image.ImageForm;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.ImageStatus;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.image.Property;
import dev.handshake.image.Tag;
import dev.handshake.image.Visibility;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.SharingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What an owner does with the image itself: describe it, keep it private, delete it. Locks as {@link SharingService}
 * does.
 */
@ApplicationScoped
public class ImageService {

    private final Clock clock;
    private final BaseImagePolicy baseImagePolicy;
    private final ExportRestrictions exportRestrictions;
    private final Event<Image> deletions;

    ImageService(
            Clock clock,
            BaseImagePolicy baseImagePolicy,
            ExportRestrictions exportRestrictions,
            Event<Image> deletions,
            Event<ImageExportBlocked> marks) {
        this.clock = clock;
        this.baseImagePolicy = baseImagePolicy;
        this.exportRestrictions = exportRestrictions;
        this.deletions = deletions;
    }

    /**
     * Changes what a person typed. A base image stays one.
     *
     * @throws RefusedException {@link Reason#HAS_MEMBERS} when it is to be private and has members
     */
    @Transactional
    public Image update(Actor actor, UUID id, ImageForm imageForm, Visibility visibility) {
        return update(
                        actor,
                        id,
                        before -> before.withForm(
                                imageForm, before.visibility() == Visibility.PUBLIC ? Visibility.PUBLIC : visibility))
                .image();
    }

    /**
     * Changes whatever an owner can set, from how it stands.
     *
     * @throws RefusedException {@link Reason#HAS_MEMBERS}, {@link Reason#FORMAT_NOT_CHANGEABLE},
     *     {@link Reason#PUBLIC_VISIBILITY_NOT_ALLOWED}, or whatever {@code change} refuses
     */
    @Transactional
    public ImageWithMetadata update(Actor actor, UUID id, UnaryOperator<ImageMetadata> change) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanUpdate(Role.CREATOR);
        Image image = access.image();
        ImageMetadata before =
                ImageWithMetadata.load(actor, List.of(image)).get(0).metadata();
        ImageMetadata after = change.apply(before).validatedAgainst(before);
        if (!after.equals(before)) {
            requireFormatsUnchanged(image, before, after);
            changeVisibility(actor, image, after.visibility());
            image.applyMetadata(after, clock.instant());
            exportRestrictions.apply(image, after);
            Tag.replace(image, after.tags());
            Property.replace(image, after.properties());
        }
        return new ImageWithMetadata(image, List.copyOf(after.tags()), after.properties());
    }

    private static void requireFormatsUnchanged(Image image, ImageMetadata before, ImageMetadata after) {
        boolean same = before.diskFormat() == after.diskFormat()
                && Objects.equals(before.containerFormat(), after.containerFormat());
        if (!same && (image.status() != ImageStatus.QUEUED || image.isStaged())) {
            throw new RefusedException(Reason.FORMAT_NOT_CHANGEABLE);
        }
        if (!same) {
            after.requireKnownContainerFormat();
        }
    }

    /**
     * Deletes an image with all its memberships. What was made of it stays with those who made it.
     *
     * @param confirmed asked where the image has members; given its name, and on no the image stays
     * @throws RefusedException {@link Reason#NAME_NOT_CONFIRMED}
     */
    @Transactional
    public Image delete(Actor actor, UUID id, Predicate<String> confirmed) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanDelete();
        Image image = access.image();
        List<Membership> members = Membership.listByImages(image.region, List.of(id));
        if (!members.isEmpty() && !confirmed.test(image.name)) {
            throw new RefusedException(Reason.NAME_NOT_CONFIRMED);
        }
        delete(image, members, actor, clock.instant());
        return image;
    }

    private void delete(Image image, List<Membership> members, Actor actor, Instant now) {
        HistoryEntry.recordForAll(HistoryEventType.DELETED, image, members, actor, now);
        members.forEach(Membership::delete);
        image.delete();
        deletions.fire(image);
    }

    /** A line for each member, which reads no other, and one for the owner. */
    /** An image changes who sees it only without members, unless it stays shared. */
    private void changeVisibility(Actor actor, Image image, Visibility to) {
        if (to == image.visibility()) {
            return;
        }
        baseImagePolicy.requireVisibilityChangeAllowed(actor, image.visibility(), to);
        int members = Membership.listByImages(image.region, List.of(image.id)).size();
        if (members > 0) {
            throw new RefusedException(Reason.HAS_MEMBERS, members);
        }
        image.changeVisibility(to);
    }
}
