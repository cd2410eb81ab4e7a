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

/** What an account started from an image, on record. It holds the image's data until it is deleted. */
@Entity
@IdClass(Server.Key.class)
public class Server extends DiskData {

    public record Key(String region, UUID id) {}

    /** Seeing is finding: a server is its account's alone. */
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

    /** Null while it is there. */
    @Column(name = "deleted_at")
    public Instant deletedAt;

    /** @param derived whether the image itself came of a share */
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

    static Optional<Server> findVisible(Actor actor, UUID id) {
        return find(VISIBLE, actor.region(), id, actor.account()).firstResultOptional();
    }

    /** The same, locked until the transaction ends. */
    static Optional<Server> findVisibleForUpdate(Actor actor, UUID id) {
        return Server.<Server>find(VISIBLE, actor.region(), id, actor.account())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether it is what the order asks for. */
    boolean matches(ServerRequest serverRequest) {
        return name.equals(serverRequest.name())
                && flavor.name().equals(serverRequest.flavor())
                && source.image().equals(serverRequest.image());
    }

    public ServerState state() {
        return state;
    }

    public boolean isActive() {
        return state == ServerState.ACTIVE;
    }

    public boolean isStopped() {
        return state == ServerState.STOPPED;
    }

    public boolean isDeleted() {
        return state == ServerState.DELETED;
    }

    /** Whether its data came from another account at some time, by a share. */
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
     * It is no more, and needs its data no more.
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
