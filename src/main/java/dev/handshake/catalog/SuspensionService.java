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
 * Suspends images on behalf of the provider. A suspension follows the data: it covers every image of the region with
 * the same data, of any account, including images that receive the data later. The image suspended directly is the
 * record of the suspension: it cannot be deleted, and only it carries the reason.
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
     * @param because the reason shown to the image's owner
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
     * Lifts the suspension of the image and of all images with the same data, unless another of them is suspended
     * directly.
     *
     * @throws RefusedException {@link Reason#ONLY_PROVIDER_SUSPENDS}; {@link Reason#SUSPENDED_VIA_OTHER_IMAGE} if this
     *     image is suspended only because of another one
     */
    @Transactional
    public void lift(Actor operator, UUID id) {
        Image image = loadForUpdate(operator, id);
        if (image.suspensionReason() == null && image.isSuspended()) {
            throw new RefusedException(Reason.SUSPENDED_VIA_OTHER_IMAGE);
        }
        List<Image> same = SuspensionQueries.listWithSameDataForUpdate(image.region, image);
        boolean isDataSuspended = same.stream().anyMatch(each -> each != image && each.suspensionReason() != null);
        if (image.liftSuspension(isDataSuspended)) {
            recordHistory(HistoryEventType.LIFTED, image, operator);
        }
        same.stream()
                .filter(each ->
                        each != image && each.suspensionReason() == null && each.liftSuspension(isDataSuspended))
                .forEach(each -> recordHistory(HistoryEventType.LIFTED, each, operator));
    }

    /** Runs in the transaction that records the data, which already holds the {@link SuspensionLock}. */
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
