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
 * How images come of what has data already, such as a server: snapshots, of the actor's account alone, which inherit
 * what holds for it. Whether the actor may take one is for the caller to ask, who knows what it is taken of and keeps
 * that locked.
 */
@ApplicationScoped
public class SnapshotImageFactory {

    private final Clock clock;
    private final QuotaService quotas;
    private final HistoryRecorder history;
    private final Event<ImageDataStored> dataStored;

    SnapshotImageFactory(Clock clock, QuotaService quotas, HistoryRecorder history, Event<ImageDataStored> dataStored) {
        this.clock = clock;
        this.quotas = quotas;
        this.history = history;
        this.dataStored = dataStored;
    }

    /**
     * A snapshot with the very data that {@code origin} has: nothing is copied.
     *
     * @throws RefusedException {@link Reason#ID_TAKEN}, {@link Reason#DATA_SUSPENDED}
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
     * A snapshot that is queued for data of its own; {@link ImageUploadService} brings that.
     *
     * @throws RefusedException {@link Reason#ID_TAKEN}, {@link Reason#DATA_SUSPENDED}
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
        quotas.requireAvailable(actor.account(), actor.region(), QuotaAmounts.snapshot(bytes));
        Image.requireNewId(actor.region(), id);
        Image image = Image.createSnapshot(actor, id, name, origin, clock.instant());
        image.persist();
        history.record(HistoryEventType.CREATED, image, null, actor, image.createdAt);
        return image;
    }
}
