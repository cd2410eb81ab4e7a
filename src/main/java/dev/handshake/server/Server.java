package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.image.DiskData;
import dev.handshake.image.Image;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A server on record, started by an account from an image. It references the image's data until it is deleted. */
@Entity
@IdClass(Server.Key.class)
public class Server extends DiskData {

    public record Key(String region, UUID id) {}

    /** A server is visible to its own account only. */
    private static final String VISIBLE = "region = ?1 and id = ?2 and account = ?3";

    @Id
    public String region;

    @Id
    public UUID id;

    public String account;
    public String name;

    @Enumerated(EnumType.STRING)
    private ServerState state;

    @Embedded
    public Flavor flavor;

    @Embedded
    public SourceImage source;

    @Column(name = "from_share")
    private boolean fromShare;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    /** Null while it exists. */
    @Column(name = "deleted_at")
    public Instant deletedAt;

    /** Null for a server that is a record only. */
    @Embedded
    private ComputeRecord compute;

    /** @param derived whether the image itself was derived from a share */
    static Server create(
            Actor by, ServerRequest serverRequest, Flavor flavor, Image image, boolean derived, Instant now) {
        Server server = new Server();
        server.region = by.region();
        server.id = serverRequest.id();
        server.account = by.account();
        server.name = serverRequest.name();
        server.state = ServerState.ACTIVE;
        server.flavor = flavor;
        server.source = SourceImage.of(image);
        server.fromShare = derived || server.source.isSharedWith(server.account);
        server.createdAt = now;
        server.createdBy = by.name();
        server.shareDataOf(image);
        return server;
    }

    /** Makes it a server of the compute service. */
    Server atCompute(ComputeRecord record) {
        compute = record;
        return this;
    }

    /**
     * Describes a server in an ancestry; never persisted.
     *
     * @param id null if the compute service did not say it
     * @param name null if only the compute service knows the server
     * @param source null if the server's account does not know it
     */
    static Server describe(UUID id, String name, String account, SourceImage source) {
        Server server = new Server();
        server.id = id;
        server.name = name;
        server.account = account;
        server.source = source;
        return server;
    }

    static Optional<Server> findVisible(Actor actor, UUID id) {
        return find(VISIBLE, actor.region(), id, actor.account()).firstResultOptional();
    }

    /** Same, locked until the transaction ends. */
    public static Optional<Server> findVisibleForUpdate(Actor actor, UUID id) {
        return Server.<Server>find(VISIBLE, actor.region(), id, actor.account())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Same by the compute service's own id. */
    public static Optional<Server> findByComputeIdForUpdate(Actor actor, UUID computeId) {
        return Server.<Server>find(
                        "region = ?1 and compute.id = ?2 and account = ?3", actor.region(), computeId, actor.account())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether it is what the request asks for. */
    boolean matches(ServerRequest serverRequest) {
        return name.equals(serverRequest.name())
                && flavor.name().equals(serverRequest.flavor())
                && source.image().equals(serverRequest.image());
    }

    public ServerState state() {
        return compute == null || compute.phase() == null || isDeleted() ? state : compute.phase();
    }

    public boolean isActive() {
        return state() == ServerState.ACTIVE;
    }

    public boolean isStopped() {
        return state() == ServerState.STOPPED;
    }

    /** What the compute service says of it; null for a record only. */
    public ComputeRecord compute() {
        return compute;
    }

    /** Whether something is being done with it, here or at the compute service. */
    public boolean isChanging() {
        return compute != null
                && !isDeleted()
                && (compute.pending() != null || compute.task() != null || compute.phase() == ServerState.BUILDING);
    }

    void setState(ServerState to) {
        state = to.stored();
        compute.setPhase(to);
    }

    public boolean isDeleted() {
        return state == ServerState.DELETED;
    }

    /** Whether its data originally came from another account through a share. */
    public boolean isFromShare() {
        return fromShare;
    }

    /** @return whether anything changed */
    boolean stop() {
        return changeState(ServerState.STOPPED);
    }

    /** @return whether anything changed */
    boolean startAgain() {
        return changeState(ServerState.ACTIVE);
    }

    /**
     * Marks the server deleted and releases its data.
     *
     * @return whether anything changed
     */
    boolean markDeleted(Instant now) {
        if (!changeState(ServerState.DELETED)) {
            return false;
        }
        deletedAt = now;
        releaseData();
        return true;
    }

    private boolean changeState(ServerState to) {
        boolean changes = state != to;
        state = to;
        return changes;
    }
}
