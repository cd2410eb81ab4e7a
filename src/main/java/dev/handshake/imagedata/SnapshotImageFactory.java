package dev.handshake.imagedata;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.DiskData;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDataStored;
import dev.handshake.image.SuspensionLock;
import dev.handshake.image.SuspensionQueries;
import dev.handshake.quota.QuotaAmounts;
import dev.handshake.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Creates snapshots of something that has data, such as a server. They belong to the actor's account and inherit the
 * restrictions of their origin. The caller checks that the actor may take the snapshot, and holds the lock on the
 * origin.
 */
@ApplicationScoped
public class SnapshotImageFactory {

    private final Clock clock;
    private final ImageBackends backends;
    private final QuotaService quotas;
    private final HistoryRecorder history;
    private final Event<ImageDataStored> dataStored;

    SnapshotImageFactory(
            Clock clock,
            ImageBackends backends,
            QuotaService quotas,
            HistoryRecorder history,
            Event<ImageDataStored> dataStored) {
        this.clock = clock;
        this.backends = backends;
        this.quotas = quotas;
        this.history = history;
        this.dataStored = dataStored;
    }

    /**
     * Creates a snapshot that shares the data of {@code origin}; nothing is copied.
     *
     * @throws RefusedException {@link Reason#ID_TAKEN}, {@link Reason#DATA_SUSPENDED},
     *     {@link Reason#ACCOUNT_QUOTA_EXCEEDED}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Image createWithSharedData(Actor actor, UUID id, String name, DiskData origin) {
        SuspensionLock.acquireShared(actor.region());
        requireDataNotSuspended(actor, origin);
        Image image = create(actor, id, name, origin, origin.size);
        image.activate(origin);
        dataStored.fire(new ImageDataStored(image));
        return image;
    }

    /**
     * Creates a queued snapshot, whose data is uploaded through {@link ImageUploadService}.
     *
     * @throws RefusedException {@link Reason#ID_TAKEN}, {@link Reason#DATA_SUSPENDED},
     *     {@link Reason#ACCOUNT_QUOTA_EXCEEDED}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Image createQueued(Actor actor, UUID id, String name, DiskData origin) {
        requireDataNotSuspended(actor, origin);
        return create(actor, id, name, origin, 0);
    }

    private static void requireDataNotSuspended(Actor actor, DiskData origin) {
        if (SuspensionQueries.isDataSuspended(actor.region(), origin)) {
            throw new RefusedException(Reason.DATA_SUSPENDED);
        }
    }

    private Image create(Actor actor, UUID id, String name, DiskData origin, long bytes) {
        backends.home(actor.region()).requireNotExternal();
        quotas.requireAvailable(actor.account(), actor.region(), QuotaAmounts.snapshot(bytes));
        Image.requireNewId(actor.region(), id);
        Image image = Image.createSnapshot(actor, id, name, origin, clock.instant());
        image.persist();
        history.record(HistoryEventType.CREATED, image, null, actor, image.createdAt);
        return image;
    }
}
