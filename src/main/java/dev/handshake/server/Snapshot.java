package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * Record that an image was taken from a server. Kept when either is deleted, since other servers and snapshots may be
 * derived from the image.
 */
@Entity
@Immutable
@IdClass(Snapshot.Key.class)
public class Snapshot extends PanacheEntityBase {

    public record Key(String region, UUID imageId) {}

    private static final String FROM_SHARE_SQL = "select count(*) from ("
            + "select t.image_id from snapshot t join server s on s.region = t.region and s.id = t.server_id"
            + " where t.region = :region and t.image_id = :id and s.from_share = true"
            + " union all select c.image_id from compute_snapshot c"
            + " where c.region = :region and c.image_id = :id and c.from_share = true) derived";

    @Id
    public String region;

    @Id
    @Column(name = "image_id")
    public UUID imageId;

    @Column(name = "server_id")
    public UUID serverId;

    /** The image's name at the time. */
    public String name;

    @Column(name = "taken_at")
    public Instant takenAt;

    @Column(name = "taken_by")
    public String takenBy;

    static Snapshot create(Server server, Image image, Actor by) {
        Snapshot snapshot = new Snapshot();
        snapshot.region = server.region;
        snapshot.imageId = image.id;
        snapshot.serverId = server.id;
        snapshot.name = image.name;
        snapshot.takenAt = image.createdAt;
        snapshot.takenBy = by.name();
        return snapshot;
    }

    static Optional<Snapshot> findByServerAndImage(Server server, UUID image) {
        return find("region = ?1 and imageId = ?2 and serverId = ?3", server.region, image, server.id)
                .firstResultOptional();
    }

    /**
     * Whether an image was taken from a server whose data originally came from another account through a share. Base
     * images never count, since they are open to everyone.
     */
    static boolean isDerivedFromShare(Image image) {
        return !image.isBase() && countFromShare(image).longValue() > 0;
    }

    private static Number countFromShare(Image image) {
        return (Number) getEntityManager()
                .createNativeQuery(FROM_SHARE_SQL, Long.class)
                .setParameter("region", image.region)
                .setParameter("id", image.id)
                .getSingleResult();
    }
}
