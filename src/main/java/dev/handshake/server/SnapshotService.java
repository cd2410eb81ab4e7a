package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.image.SuspensionLock;
import dev.handshake.imagedata.SnapshotImageFactory;
import dev.handshake.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Creates snapshots of servers. A snapshot is visible to the server's account only, not to the account that shared the
 * server's source image. The server's row is locked, so that its data is not released in the meantime; the
 * {@link SuspensionLock} is taken before it, as by the snapshots of the compute service.
 */
@ApplicationScoped
public class SnapshotService {

    private static final String SUFFIX = " snapshot";

    private final SnapshotImageFactory snapshotImageFactory;

    SnapshotService(SnapshotImageFactory snapshotImageFactory) {
        this.snapshotImageFactory = snapshotImageFactory;
    }

    /** The default name of a snapshot. */
    public static String defaultName(Server server) {
        return Text.truncate(ServerName.MAX_LENGTH - SUFFIX.length(), server.name) + SUFFIX;
    }

    /** @throws RefusedException {@link Reason#NAME_REQUIRED}, {@link Reason#HIDDEN_CHARACTERS} */
    public static String requireValidName(String name) {
        return ServerName.requireValid(Text.toNfc(name));
    }

    /**
     * Creates a snapshot with the disk the server started from, the only one the portal has.
     *
     * @param id of the new image; if the server already has this snapshot, it is returned unchanged
     * @throws RefusedException {@link Reason#SERVER_DELETED}, {@link Reason#NAME_REQUIRED}, {@link Reason#ID_TAKEN};
     *     {@link Reason#SNAPSHOT_EXISTS} if the existing snapshot has a different name or data
     */
    @Transactional
    public Image createFromSourceData(Actor actor, UUID server, UUID id, String name) {
        return create(actor, server, id, name, true);
    }

    /**
     * Creates a snapshot queued for the server's current disk, which the compute service uploads. Otherwise like
     * {@link #createFromSourceData}.
     */
    @Transactional
    public Image createQueued(Actor actor, UUID server, UUID id, String name) {
        return create(actor, server, id, name, false);
    }

    /**
     * The server that the compute service takes a snapshot of, locked until the transaction ends; null if the account
     * has none on record with this id, here or at the compute service.
     */
    public Server findForSnapshot(Actor actor, UUID server) {
        return server == null
                ? null
                : Server.findVisibleForUpdate(actor, server)
                        .or(() -> Server.findByComputeIdForUpdate(actor, server))
                        .orElse(null);
    }

    /** Records that the compute service took the image from this server. */
    public void record(Actor actor, Server server, Image image) {
        Snapshot.create(server, image, actor).persist();
    }

    private Image create(Actor actor, UUID serverId, UUID id, String said, boolean asStarted) {
        String name = Text.toNfc(said);
        SuspensionLock.acquireShared(actor.region());
        ServerAccess access = ServerAccess.loadForUpdate(actor, serverId);
        access.requireCanOperate();
        Server server = access.server();
        Optional<Snapshot> known = Snapshot.findByServerAndImage(server, id);
        if (known.isPresent()) {
            return existing(actor, server, known.get(), name, asStarted);
        }
        ServerName.requireValid(name);
        Image image = asStarted
                ? snapshotImageFactory.createWithSharedData(actor, id, name, server)
                : snapshotImageFactory.createQueued(actor, id, name, server);
        Snapshot.create(server, image, actor).persist();
        return image;
    }

    private static Image existing(Actor actor, Server server, Snapshot known, String name, boolean asStarted) {
        Image image = Image.listVisible(actor, List.of(known.imageId)).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
        boolean wasAsStarted = image.dataKey().equals(server.dataKey());
        if (!known.name.equals(name) || wasAsStarted != asStarted) {
            throw new RefusedException(Reason.SNAPSHOT_EXISTS);
        }
        return image;
    }
}
