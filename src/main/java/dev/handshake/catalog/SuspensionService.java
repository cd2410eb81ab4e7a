package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDataStored;
import dev.handshake.image.SuspensionLock;
import dev.handshake.image.SuspensionQueries;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * What the provider suspends. A suspension follows the data: every image of the region with the same data is suspended
 * with it, whoever's it is, and so is one that the data arrives in later. The suspended image is the record of it: it
 * cannot be deleted, and why is written on it alone.
 */
@ApplicationScoped
public class SuspensionService {

    private final Clock clock;
    private final HistoryRecorder history;

    SuspensionService(Clock clock, HistoryRecorder history) {
        this.clock = clock;
        this.history = history;
    }

    /**
     * @param because what the image's owner is told
     * @throws RefusedException {@link Reason#ONLY_PROVIDER_SUSPENDS}, {@link Reason#NOT_ACTIVE}
     */
    @Transactional
    public void suspend(Actor operator, UUID id, String because) {
        Image image = loadForUpdate(operator, id);
        if (image.suspend(because)) {
            recordHistory(HistoryEventType.SUSPENDED, image, operator);
        }
        SuspensionQueries.listWithSameDataForUpdate(image.region, image).stream()
                .filter(each -> each != image && each.suspendBecauseOfData())
                .forEach(each -> recordHistory(HistoryEventType.SUSPENDED, each, operator));
    }

    /**
     * Whatever is suspended with the image is free again, unless another suspension holds for it.
     *
     * @throws RefusedException {@link Reason#ONLY_PROVIDER_SUSPENDS}; {@link Reason#SUSPENDED_VIA_OTHER_IMAGE} where it
     *     is not this image that is suspended
     */
    @Transactional
    public void lift(Actor operator, UUID id) {
        Image image = loadForUpdate(operator, id);
        if (image.suspensionReason() == null && image.isSuspended()) {
            throw new RefusedException(Reason.SUSPENDED_VIA_OTHER_IMAGE);
        }
        List<Image> same = SuspensionQueries.listWithSameDataForUpdate(image.region, image);
        boolean isHeld = same.stream().anyMatch(each -> each != image && each.suspensionReason() != null);
        if (image.liftSuspension(isHeld)) {
            recordHistory(HistoryEventType.LIFTED, image, operator);
        }
        same.stream()
                .filter(each -> each != image && each.suspensionReason() == null && each.liftSuspension(isHeld))
                .forEach(each -> recordHistory(HistoryEventType.LIFTED, each, operator));
    }

    /** In the transaction of the arrival, which took the lock of {@link SuspensionLock} first. */
    void onImageDataStored(@Observes ImageDataStored data) {
        if (SuspensionQueries.isDataSuspended(data.image().region, data.image())) {
            data.image().suspendBecauseOfData();
        }
    }

    private static Image loadForUpdate(Actor operator, UUID id) {
        SuspensionLock.acquireExclusive(operator.region());
        ImageAccess access = ImageAccess.loadForUpdate(operator, id);
        access.requireCanSuspend();
        return access.image();
    }

    private void recordHistory(HistoryEventType eventType, Image image, Actor operator) {
        history.recordForAll(eventType, image, Membership.listAccounts(image), operator, clock.instant());
    }
}
