package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.imagedata.SnapshotImageFactory;
import dev.handshake.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a server becomes an image of its account, and of nobody else: whoever shared what the server started from does
 * not find it. The server's row is locked, so that it does not let go of its data meanwhile.
 */
@ApplicationScoped
public class SnapshotService {

    private static final String SUFFIX = " snapshot";

    private final SnapshotImageFactory snapshotImageFactory;

    SnapshotService(SnapshotImageFactory snapshotImageFactory) {
        this.snapshotImageFactory = snapshotImageFactory;
    }

    /** What a snapshot is called unless somebody says otherwise. */
    public static String defaultName(Server server) {
        return Text.truncate(ServerName.MAX_LENGTH - SUFFIX.length(), server.name) + SUFFIX;
    }

    /**
     * With the disk that the server started from, which is all that the portal has.
     *
     * @param id that the image is to have; one that is such a snapshot of the server already is answered as it is
     * @throws RefusedException {@link Reason#SERVER_DELETED}, {@link Reason#NAME_REQUIRED}, {@link Reason#ID_TAKEN};
     *     {@link Reason#SNAPSHOT_EXISTS} where the snapshot with this id was taken with another name or other data
     */
    @Transactional
    public Image createFromSourceData(Actor actor, UUID server, UUID id, String name) {
        return create(actor, server, id, name, true);
    }

    /**
     * Queued for the server's own disk, which whoever runs the machine sends. The rest as for
     * {@link #createFromSourceData}.
     */
    @Transactional
    public Image createQueued(Actor actor, UUID server, UUID id, String name) {
        return create(actor, server, id, name, false);
    }

    private Image create(Actor actor, UUID serverId, UUID id, String said, boolean asStarted) {
        String name = Text.toNfc(said);
        ServerAccess sight = ServerAccess.loadForUpdate(actor, serverId);
        sight.requireCanOperate();
        Server server = sight.server();
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
