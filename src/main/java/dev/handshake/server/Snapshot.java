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

/** That an image was taken of a server. It stays when either is deleted, since others may have come of the image. */
@Entity
@Immutable
@IdClass(Snapshot.Key.class)
public class Snapshot extends PanacheEntityBase {

    public record Key(String region, UUID imageId) {}

    @Id
    public String region;

    @Id
    @Column(name = "image_id")
    public UUID imageId;

    @Column(name = "server_id")
    public UUID serverId;

    /** As the image was called then. */
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
     * Whether an image was taken of a server whose data came from another account by a share, at whatever remove. A
     * base image never counts: it is everybody's.
     */
    static boolean isDerivedFromShare(Image image) {
        return !image.isBase()
                && count(
                                "from Snapshot t join Server s on s.region = t.region and s.id = t.serverId"
                                        + " where t.region = ?1 and t.imageId = ?2 and s.fromShare = true",
                                image.region,
                                image.id)
                        > 0;
    }
}
