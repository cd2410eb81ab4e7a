package dev.handshake.compute;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.server.SourceImage;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Record that the compute service took an image from a server. Kept when the image is deleted, as all ancestry is. */
@Entity
@Table(name = "compute_snapshot")
@IdClass(ComputeSnapshot.Key.class)
public class ComputeSnapshot extends PanacheEntityBase {

    public record Key(String region, UUID imageId) {}

    @Id
    public String region;

    @Id
    @Column(name = "image_id")
    public UUID imageId;

    /** The compute service's id; null if it sent none. The portal may have no server with this id. */
    @Column(name = "server_id")
    public UUID serverId;

    private String account;

    /** What the server was started from; null if its account does not know that image. */
    @Embedded
    public SourceImage source;

    /** Whether the data originally came from another account through a share. */
    @Column(name = "from_share")
    public boolean fromShare;

    @Column(name = "taken_at")
    public Instant takenAt;

    @Column(name = "taken_by")
    public String takenBy;

    static ComputeSnapshot create(Actor by, Image image, UUID server, InheritedOrigin origin) {
        ComputeSnapshot snapshot = new ComputeSnapshot();
        snapshot.region = image.region;
        snapshot.imageId = image.id;
        snapshot.serverId = server;
        snapshot.account = image.owner;
        snapshot.source = origin.source();
        snapshot.fromShare = origin.isFromShare();
        snapshot.takenAt = image.createdAt;
        snapshot.takenBy = by.name();
        return snapshot;
    }

    /**
     * Sets whose server it was, for a snapshot that an administrator took of another account's server.
     *
     * @return false if that is known already
     */
    boolean assignServerTo(String owner, String member) {
        boolean isNew = account.equals(owner);
        account = isNew ? member : account;
        return isNew;
    }
}
