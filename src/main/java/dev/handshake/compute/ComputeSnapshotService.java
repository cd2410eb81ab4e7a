package dev.handshake.compute;

import dev.handshake.account.Actor;
import dev.handshake.catalog.ImageCreationService;
import dev.handshake.catalog.SnapshotOrigin;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDataStored;
import dev.handshake.image.ImageKind;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.image.SuspensionLock;
import dev.handshake.image.SuspensionQueries;
import dev.handshake.server.Server;
import dev.handshake.server.SnapshotService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Creates the snapshots of the compute service by the rules of {@link SnapshotService}. A suspension of the source
 * forbids the snapshot when it is created, and again when its data arrives.
 */
@ApplicationScoped
public class ComputeSnapshotService {

    private final ImageCreationService images;
    private final SnapshotService snapshots;
    private final OriginLookup origins;
    private final Event<ComputeSnapshotRequested> requested;

    ComputeSnapshotService(
            ImageCreationService images,
            SnapshotService snapshots,
            OriginLookup origins,
            Event<ComputeSnapshotRequested> requested) {
        this.images = images;
        this.snapshots = snapshots;
        this.origins = origins;
        this.requested = requested;
    }

    /**
     * Creates a queued snapshot in the actor's account.
     *
     * @param wanted the requested id, or null
     * @throws RefusedException as {@link ImageCreationService#createSnapshot}; {@link Reason#DATA_SUSPENDED}
     */
    @Transactional
    public ImageWithMetadata create(Actor actor, UUID wanted, ImageMetadata metadata, ComputeSnapshotRequest request) {
        SuspensionLock.acquireShared(actor.region());
        InheritedOrigin origin = origins.load(actor, request.sources());
        Server server = snapshots.findForSnapshot(actor, request.server());
        if (origin.isSuspended() || server != null && SuspensionQueries.isDataSuspended(server.region, server)) {
            throw new RefusedException(Reason.DATA_SUSPENDED);
        }
        boolean isExportable = origin.isExportable() && (server == null || server.isExportable());
        ImageWithMetadata made = images.createSnapshot(
                actor, wanted, metadata, new SnapshotOrigin(origin.operatingSystem(), isExportable));
        ComputeSnapshot.create(actor, made.image(), request.server(), origin).persist();
        if (server != null) {
            snapshots.record(actor, server, made.image());
        }
        if (request.request() != null) {
            requested.fire(
                    new ComputeSnapshotRequested(actor.region(), actor.account(), request.request(), made.image().id));
        }
        return made;
    }

    /** Runs in the transaction that records the data, which holds the {@link SuspensionLock}. */
    void onImageDataStored(@Observes ImageDataStored data) {
        Image image = data.image();
        if (image.kind == ImageKind.SNAPSHOT && isSourceSuspended(image)) {
            throw new RefusedException(Reason.DATA_SUSPENDED);
        }
    }

    private static boolean isSourceSuspended(Image image) {
        ComputeSnapshot snapshot = ComputeSnapshot.findById(new ComputeSnapshot.Key(image.region, image.id));
        return snapshot != null
                && snapshot.source != null
                && SuspensionQueries.existsSuspended(image.region, snapshot.source.image());
    }
}
