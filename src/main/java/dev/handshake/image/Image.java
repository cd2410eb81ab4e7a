package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A machine image. Its id is never given to another. */
@Entity
@IdClass(Image.Key.class)
public class Image extends ImageLifecycle {

    public record Key(String region, UUID id) {}

    /**
     * Seeing is finding: its own, base images, and whatever it is a member of, in any status; an operator sees all. The
     * ids stand there twice, since PostgreSQL may read the memberships first: then only these, and not the account's
     * others.
     */
    private static final String VISIBLE_TO_ACTOR = "from Image i where i.region = ?2 and %s"
            + " and (?4 = true or i.owner = ?3 or i.visibility = PUBLIC or exists (select 1 from Membership m"
            + " where m.region = ?2 and %s and m.imageId = i.id and m.member = ?3)) order by i.id";

    @Id
    public String region;

    @Id
    public UUID id;

    public String owner;
    public String name;
    public String description;

    @Enumerated(EnumType.STRING)
    public ImageKind kind;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    /** From being deleted. */
    @Column(name = "is_protected")
    private boolean isProtected;

    /** From the lists of others, unless they ask for hidden ones. */
    private boolean hidden;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "updated_at")
    public Instant updatedAt;

    /**
     * A new image of the actor's account, without data yet. Who brings in base images is the provider, and nobody else.
     */
    public static Image create(Actor by, UUID id, boolean base, Instant now) {
        Image image = new Image();
        image.region = by.region();
        image.id = id;
        image.owner = by.account();
        image.kind = base ? ImageKind.BASE : ImageKind.IMPORT;
        image.visibility = base ? Visibility.PUBLIC : Visibility.SHARED;
        image.containerFormat = "bare";
        image.createdAt = now;
        image.createdBy = by.name();
        return image;
    }

    /**
     * A new image of the actor's account, taken of something with data. Like any other it can be shared, and has no
     * members yet.
     */
    public static Image createSnapshot(Actor by, UUID id, String name, DiskData of, Instant now) {
        Image image = create(by, id, false, now);
        image.kind = ImageKind.SNAPSHOT;
        image.name = name;
        image.description = "";
        image.updatedAt = now;
        image.inheritFrom(of);
        return image;
    }

    public static List<Image> listVisible(Actor actor, Collection<UUID> ids) {
        return findVisible(actor, ids).list();
    }

    /** The same, each locked until the transaction ends, always in the order of their ids. */
    public static List<Image> listVisibleForUpdate(Actor actor, Collection<UUID> ids) {
        return findVisible(actor, ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    private static PanacheQuery<Image> findVisible(Actor actor, Collection<UUID> ids) {
        String which = VISIBLE_TO_ACTOR.formatted(IdPredicate.toHql("i.id", ids), IdPredicate.toHql("m.imageId", ids));
        return find(which, IdPredicate.toParameter(ids), actor.region(), actor.account(), actor.isOperator());
    }

    /** @throws RefusedException {@link Reason#ID_TAKEN} where an image has this id, or ever had it */
    public static void requireNewId(String region, UUID id) {
        if (count("region = ?1 and id = ?2", region, id) > 0 || HistoryEntry.existsForImage(region, id)) {
            throw new RefusedException(Reason.ID_TAKEN);
        }
    }

    /** Where its data is in the store: what the release before brought in is under the image's id. */
    @Override
    public UUID dataKey() {
        return dataKey == null ? id : dataKey;
    }

    public Visibility visibility() {
        return visibility;
    }

    public boolean isBase() {
        return kind == ImageKind.BASE;
    }

    public boolean isPrivate() {
        return visibility == Visibility.PRIVATE;
    }

    public boolean isShared() {
        return visibility == Visibility.SHARED;
    }

    public boolean isProtected() {
        return isProtected;
    }

    public boolean isHidden() {
        return hidden;
    }

    public boolean isOwnedBy(Actor actor) {
        return owner.equals(actor.account());
    }

    /** One without a name is called by its id, so that there is something to press on. */
    public void applyMetadata(ImageMetadata imageMetadata, Instant now) {
        name = imageMetadata.name().isEmpty() ? id.toString() : imageMetadata.name();
        description = imageMetadata.description();
        operatingSystem = imageMetadata.operatingSystem();
        diskFormat = imageMetadata.diskFormat();
        containerFormat = imageMetadata.containerFormat();
        isProtected = imageMetadata.isProtected();
        hidden = imageMetadata.isHidden();
        minDisk = imageMetadata.minDisk();
        minRam = imageMetadata.minRam();
        updatedAt = now;
    }

    /**
     * In use again by its owner's word.
     *
     * @throws RefusedException {@link Reason#ONLY_PROVIDER_SUSPENDS}, {@link Reason#NOT_ACTIVE}
     */
    public boolean reactivate() {
        if (isSuspended()) {
            throw new RefusedException(Reason.ONLY_PROVIDER_SUSPENDS);
        }
        return setDeactivated(false);
    }

    /** A public image is a base image, and a base image is public. */
    public void changeVisibility(Visibility to) {
        visibility = to;
        kind = to == Visibility.PUBLIC ? ImageKind.BASE : kind == ImageKind.BASE ? ImageKind.IMPORT : kind;
    }
}
