package dev.handshake.imagesync;

import dev.handshake.account.Actor;
import dev.handshake.glance.GlanceImage;
import dev.handshake.image.ExportRestrictions;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDeleted;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.ImageStatus;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.ObservedMembers;
import dev.handshake.sharing.ObservedMembers.ObservedMember;
import dev.handshake.sharing.SharingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The portal's copies of Glance's images. Each change of one locks its row first, as changes of all images do. */
@ApplicationScoped
class ImageCopies {

    private final GlanceHomes homes;
    private final CopiedReadings readings;
    private final ObservedMembers members;
    private final MemberEnforcement enforcement;
    private final ExportRestrictions exportRestrictions;
    private final SharingService sharing;
    private final HistoryRecorder history;
    private final Event<ImageDeleted> imageDeleted;
    private final Clock clock;

    ImageCopies(
            GlanceHomes homes,
            CopiedReadings readings,
            ObservedMembers members,
            MemberEnforcement enforcement,
            ExportRestrictions exportRestrictions,
            SharingService sharing,
            HistoryRecorder history,
            Event<ImageDeleted> imageDeleted,
            Clock clock) {
        this.homes = homes;
        this.readings = readings;
        this.members = members;
        this.enforcement = enforcement;
        this.exportRestrictions = exportRestrictions;
        this.sharing = sharing;
        this.history = history;
        this.imageDeleted = imageDeleted;
        this.clock = clock;
    }

    /** The copies among {@code ids}, and those of the same part of the sweep in the range of the page. */
    @Transactional
    CopiedPage load(SweepPage page, Collection<UUID> ids, SweepPage.Copied copied) {
        return CopiedPage.load(page, ids, copied);
    }

    /** The copies among {@code ids}. */
    @Transactional
    CopiedPage load(String region, Collection<UUID> ids) {
        return CopiedPage.load(region, ids);
    }

    /** Some copies of images that the account sees only as an administrator, without one. */
    @Transactional
    List<UUID> listOthersThan(String region, UUID one, String account) {
        return CopiedPage.listOthersThan(region, one, account);
    }

    /** Some copies of images that the account sees only as an administrator, none of the page. */
    @Transactional
    List<UUID> listOthersElsewhere(SweepPage page, SweepPage.Copied copied, String account) {
        return CopiedPage.listOthersElsewhere(page, copied, account);
    }

    /**
     * Makes the copy equal, unless something was copied that was read later.
     *
     * @param readAt before Glance was asked for the image or its members
     * @param isTold whether changes are recorded in the history, which notifies accounts
     */
    @Transactional
    void copy(String region, GlanceImage theirs, List<ObservedMember> theirMembers, Instant readAt, boolean isTold) {
        if (!readings.advance(region, theirs.id(), readAt)) {
            return;
        }
        Optional<Image> known = findForUpdate(region, theirs.id());
        if (known.isPresent() && !known.get().owner.equals(theirs.owner())) {
            delete(known.get());
            Image.flush();
            Image.getEntityManager().clear(); // the memberships were deleted by a query
            known = Optional.empty();
        }
        Image image = known.orElseGet(() -> create(region, theirs));
        ImageStatus before = image.status();
        save(image, theirs);
        if (isTold) {
            record(known.isEmpty() ? null : before, image);
        }
        Collection<ObservedMember> merged =
                image.isShared() ? MemberMerge.merge(image, theirMembers, readAt, clock.instant()) : List.of();
        if (isTold && homes.isEnforced(region)) {
            merged = enforcement.undo(image, theirs, merged, before == ImageStatus.DEACTIVATED, clock.instant());
        }
        members.copy(image, merged, isTold);
    }

    private void save(Image image, GlanceImage theirs) {
        ImageMetadata metadata = GlanceMapping.apply(theirs, image, homes.home(image.region));
        exportRestrictions.apply(image, metadata);
        if (!image.isPersistent()) {
            image.persist();
        }
        ImageWithMetadata.save(image, metadata);
    }

    /** Copies an image that the actor made there through the portal, unless a sweep has copied it already. */
    @Transactional
    void copyNew(Actor actor, GlanceImage theirs, Instant readAt) {
        if (readings.advance(actor.region(), theirs.id(), readAt)
                && findForUpdate(actor.region(), theirs.id()).isEmpty()) {
            Image image = create(actor.region(), theirs);
            save(image, theirs);
            history.record(HistoryEventType.CREATED, image, null, actor, clock.instant());
        }
    }

    /** Same, once it is complete. Not recorded if it was deleted there meanwhile. */
    @Transactional
    Image copyComplete(Actor actor, GlanceImage theirs, Instant readAt) {
        boolean isLatest = readings.advance(actor.region(), theirs.id(), readAt);
        Image image = findForUpdate(actor.region(), theirs.id()).orElseGet(() -> create(actor.region(), theirs));
        if (isLatest) {
            save(image, theirs);
        }
        return image;
    }

    private static Image create(String region, GlanceImage theirs) {
        return Image.createExternal(
                ObservedMembers.unknownUser(region, theirs.owner()), theirs.id(), theirs.createdAt());
    }

    /** @param before the status, or null of a new image */
    private void record(ImageStatus before, Image image) {
        if (before == null) {
            record(HistoryEventType.CREATED, image, List.of());
        } else if (image.isDeactivated() && before != ImageStatus.DEACTIVATED) {
            record(HistoryEventType.DEACTIVATED, image, Membership.listAccounts(image));
        } else if (before == ImageStatus.DEACTIVATED && !image.isDeactivated()) {
            record(HistoryEventType.REACTIVATED, image, Membership.listAccounts(image));
        }
    }

    private void record(HistoryEventType eventType, Image image, List<String> told) {
        history.recordForAll(
                eventType, image, told, ObservedMembers.unknownUser(image.region, image.owner), clock.instant());
    }

    /**
     * Deletes the copy of an image that Glance no longer has, or no longer shows to members alone; unless something was
     * copied that was read later.
     */
    @Transactional
    void delete(String region, UUID id, Instant readAt) {
        if (readings.advance(region, id, readAt)) {
            findForUpdate(region, id).ifPresent(this::delete);
        }
    }

    private void delete(Image image) {
        record(HistoryEventType.DELETED, image, Membership.listAccounts(image));
        sharing.deleteMemberships(image);
        image.delete();
        imageDeleted.fire(new ImageDeleted(image));
    }

    private static Optional<Image> findForUpdate(String region, UUID id) {
        return Image.<Image>find("region = ?1 and id = ?2 and home <> PORTAL", region, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
