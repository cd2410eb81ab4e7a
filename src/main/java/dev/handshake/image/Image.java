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

/** A machine image. Ids are never reused. */
@Entity
@IdClass(Image.Key.class)
public class Image extends ImageLifecycle {

    public record Key(String region, UUID id) {}

    /**
     * The images an actor can see: its own, base images, and those it is a member of in any status; operators see all.
     * The membership is a column that only its row has, rather than asked for by {@code exists}: PostgreSQL would read
     * all memberships of an account from an index of those, since it expects few, instead of one for each image.
     */
    private static final String VISIBLE_TO_ACTOR = "from Image i where i.region = ?2 and %s"
            + " and (?4 = true or i.owner = ?3 or i.visibility = PUBLIC or (select m.offeredBy from Membership m"
            + " where m.region = ?2 and m.imageId = i.id and m.member = ?3) is not null) order by i.id";

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

    /** Whether it is protected from deletion. */
    @Column(name = "is_protected")
    private boolean isProtected;

    /** Whether it is left out of other accounts' lists, unless they ask for hidden images. */
    private boolean hidden;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "updated_at")
    public Instant updatedAt;

    /**
     * Creates an image of the actor's account, without data yet.
     *
     * @param base whether it is one of the provider's base images; the caller checks permission
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

    /** Begins the copy of an image that another Image service keeps; {@link #follow} and others complete it. */
    public static Image createExternal(Actor owner, UUID id, Instant createdAt) {
        Image image = create(owner, id, false, createdAt);
        return image;
    }

    /**
     * Creates a snapshot of a server's disk in the actor's account. It can be shared like any other image, and starts
     * without members.
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

    /** Same, but locks the rows until the transaction ends. Rows are locked in id order, to avoid deadlocks. */
    public static List<Image> listVisibleForUpdate(Actor actor, Collection<UUID> ids) {
        return findVisible(actor, ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    private static PanacheQuery<Image> findVisible(Actor actor, Collection<UUID> ids) {
        String which = VISIBLE_TO_ACTOR.formatted(IdPredicate.toHql("i.id", ids));
        return find(which, IdPredicate.toParameter(ids), actor.region(), actor.account(), actor.isOperator());
    }

    /** @throws RefusedException {@link Reason#ID_TAKEN} if an image has or ever had this id */
    public static void requireNewId(String region, UUID id) {
        if (count("region = ?1 and id = ?2", region, id) > 0 || HistoryQueries.existsForImage(region, id)) {
            throw new RefusedException(Reason.ID_TAKEN);
        }
    }

    /**
     * Key of the data in the store. Images created by the first release have no key of their own: their data is stored
     * under the image's id.
     */
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

    /** Applies the metadata. An image without a name is shown by its id, so that there is a link text. */
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
     * Makes the image active again on behalf of its owner.
     *
     * @return whether it was deactivated
     * @throws RefusedException {@link Reason#ONLY_PROVIDER_SUSPENDS}, {@link Reason#NOT_ACTIVE}
     */
    public boolean reactivate() {
        if (isSuspended()) {
            throw new RefusedException(Reason.ONLY_PROVIDER_SUSPENDS);
        }
        return setDeactivated(false);
    }

    /** A public image is a base image and vice versa. */
    public void changeVisibility(Visibility to) {
        visibility = to;
        kind = to == Visibility.PUBLIC ? ImageKind.BASE : kind == ImageKind.BASE ? ImageKind.IMPORT : kind;
    }
}
