package dev.handshake.compute;

import dev.handshake.image.Image;
import dev.handshake.image.ImageKind;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is remembered of a deleted image, since servers started from it go on and snapshots are taken of them. */
@Entity
@Table(name = "deleted_image")
@IdClass(Image.Key.class)
public class DeletedImage extends PanacheEntityBase {

    @Id
    public String region;

    @Id
    public UUID id;

    public String owner;
    public String name;

    @Enumerated(EnumType.STRING)
    public ImageKind kind;

    @Column(name = "operating_system")
    public String operatingSystem;

    public boolean exportable;

    /** Whether its data originally came from another account through a share. */
    @Column(name = "from_share")
    public boolean fromShare;

    @Column(name = "deleted_at")
    public Instant deletedAt;

    static DeletedImage create(Image image, boolean fromShare, Instant now) {
        DeletedImage deleted = new DeletedImage();
        deleted.region = image.region;
        deleted.id = image.id;
        deleted.owner = image.owner;
        deleted.name = image.name;
        deleted.kind = image.kind;
        deleted.operatingSystem = image.operatingSystem;
        deleted.exportable = image.isExportable();
        deleted.fromShare = fromShare;
        deleted.deletedAt = now;
        return deleted;
    }

    static List<DeletedImage> listByIds(String region, Collection<UUID> ids) {
        return list("region = ?1 and id in ?2", region, ids);
    }
}
