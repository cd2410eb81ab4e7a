package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.BaseImagePolicy;
import dev.handshake.image.ExportRestrictions;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDeleted;
import dev.handshake.image.ImageForm;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.ImageStatus;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.image.Visibility;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.SharingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The owner's changes to an image itself: update, change visibility, delete. Takes the same locks as
 * {@link SharingService}. Images are created by {@link ImageCreationService}.
 */
@ApplicationScoped
public class ImageService {

    private final Clock clock;
    private final BaseImagePolicy baseImagePolicy;
    private final ExportRestrictions exportRestrictions;
    private final SharingService sharing;
    private final HistoryRecorder history;
    private final Event<ImageDeleted> imageDeleted;

    ImageService(
            Clock clock,
            BaseImagePolicy baseImagePolicy,
            ExportRestrictions exportRestrictions,
            SharingService sharing,
            HistoryRecorder history,
            Event<ImageDeleted> imageDeleted) {
        this.clock = clock;
        this.baseImagePolicy = baseImagePolicy;
        this.exportRestrictions = exportRestrictions;
        this.sharing = sharing;
        this.history = history;
        this.imageDeleted = imageDeleted;
    }

    /**
     * Updates the metadata from a form. A base image stays a base image.
     *
     * @throws RefusedException {@link Reason#HAS_MEMBERS} if it is to become private and has members
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
     * Updates any metadata, based on its current state.
     *
     * @throws RefusedException {@link Reason#HAS_MEMBERS}, {@link Reason#FORMAT_NOT_CHANGEABLE},
     *     {@link Reason#PUBLIC_VISIBILITY_NOT_ALLOWED}, or a refusal of {@code change}
     */
    @Transactional
    public ImageWithMetadata update(Actor actor, UUID id, UnaryOperator<ImageMetadata> change) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanUpdate(Role.CREATOR);
        Image image = access.image();
        ImageMetadata before =
                ImageWithMetadata.load(actor, List.of(image)).get(0).metadata();
        ImageMetadata after = change.apply(before).validatedAgainst(before);
        if (after.equals(before)) {
            return new ImageWithMetadata(image, List.copyOf(after.tags()), after.properties());
        }
        requireFormatsUnchanged(image, before, after);
        changeVisibility(actor, image, after.visibility());
        image.applyMetadata(after, clock.instant());
        exportRestrictions.apply(image, after);
        return ImageWithMetadata.save(image, after);
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
     * Deletes an image with all its memberships. Servers and images made from it remain with their owners.
     *
     * @param confirmed called with the image's name if it has members; the image is kept if it returns false
     * @throws RefusedException {@link Reason#NAME_NOT_CONFIRMED}
     */
    @Transactional
    public Image delete(Actor actor, UUID id, Predicate<String> confirmed) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanDelete();
        Image image = access.image();
        List<String> members = Membership.listAccounts(image);
        if (!members.isEmpty() && !confirmed.test(image.name)) {
            throw new RefusedException(Reason.NAME_NOT_CONFIRMED);
        }
        history.recordForAll(HistoryEventType.DELETED, image, members, actor, clock.instant());
        sharing.deleteMemberships(image);
        image.delete();
        imageDeleted.fire(new ImageDeleted(image));
        return image;
    }

    /** Visibility can change only while the image has no members. */
    private void changeVisibility(Actor actor, Image image, Visibility to) {
        if (to == image.visibility()) {
            return;
        }
        baseImagePolicy.requireVisibilityChangeAllowed(actor, image.visibility(), to);
        int members = Membership.listAccounts(image).size();
        if (members > 0) {
            throw new RefusedException(Reason.HAS_MEMBERS, members);
        }
        image.changeVisibility(to);
    }
}
