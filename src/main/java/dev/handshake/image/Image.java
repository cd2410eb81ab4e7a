package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.disk.DiskFormat;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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

/** A machine image. Its data never changes once it is active; its id is never given to another. */
@Entity
@IdClass(Image.Key.class)
public class Image extends PanacheEntityBase {

    public record Key(String region, UUID id) {}

    /** Seeing is finding: its own, base images, and whatever it is a member of, in any status. */
    private static final String SEEN = "from Image i where i.region = ?1 and i.id in ?2"
            + " and (i.owner = ?3 or i.visibility = PUBLIC or exists (select 1 from Membership m"
            + " where m.region = i.region and m.imageId = i.id and m.member = ?3)) order by i.id";

    @Id
    public String region;

    @Id
    public UUID id;

    public String owner;
    public String name;
    public String description;

    @Column(name = "operating_system")
    public String operatingSystem;

    @Enumerated(EnumType.STRING)
    public ImageKind kind;

    @Enumerated(EnumType.STRING)
    private ImageStatus status;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    @Column(name = "disk_format")
    public DiskFormat diskFormat;

    /** Bytes of data. */
    public long size;

    /** Bytes that a server sees as its disk. */
    @Column(name = "virtual_size")
    public Long virtualSize;

    public String md5;
    public String sha512;

    /** GiB. */
    @Column(name = "min_disk")
    public int minDisk;

    /** MiB. */
    @Column(name = "min_ram")
    public int minRam;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "updated_at")
    public Instant updatedAt;

    /** A new image of the actor's account, without data yet. Who brings in base images is the provider, and nobody else. */
    static Image brought(Actor by, UUID id, boolean base, Instant now) {
        Image image = new Image();
        image.region = by.region();
        image.id = id;
        image.owner = by.account();
        image.kind = base ? ImageKind.BASE : ImageKind.IMPORT;
        image.visibility = base ? Visibility.PUBLIC : Visibility.SHARED;
        image.status = ImageStatus.QUEUED;
        image.createdAt = now;
        image.createdBy = by.name();
        return image;
    }

    static List<Image> seenBy(Actor actor, Collection<UUID> ids) {
        return list(SEEN, actor.region(), ids, actor.account());
    }

    /** The same, each locked until the transaction ends, always in the order of their ids. */
    static List<Image> lockedBy(Actor actor, Collection<UUID> ids) {
        return Image.<Image>find(SEEN, actor.region(), ids, actor.account())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static boolean exists(String region, UUID id) {
        return count("region = ?1 and id = ?2", region, id) > 0;
    }

    public ImageStatus status() {
        return status;
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

    public boolean isOwnedBy(Actor actor) {
        return owner.equals(actor.account());
    }

    /** The data is complete: from here on it can be used, and never changes. */
    void activate(ImageData data) {
        diskFormat = data.facts().format();
        size = data.facts().size();
        virtualSize = data.facts().virtualSize();
        md5 = data.md5();
        sha512 = data.sha512();
        status = ImageStatus.ACTIVE;
    }

    void describe(Details details, Instant now) {
        name = details.name();
        description = details.description();
        operatingSystem = details.operatingSystem();
        minDisk = details.minDisk();
        minRam = details.minRam();
        updatedAt = now;
    }

    void open(Visibility to) {
        visibility = to;
    }
}
