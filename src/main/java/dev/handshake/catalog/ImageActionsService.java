package dev.handshake.catalog;

import dev.handshake.account.AccountRateLimiter;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import dev.handshake.image.ImageExportBlocked;
import dev.handshake.image.SuspensionQueries;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.SharingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * The actions of the Images API on an image: deactivate, reactivate, and whether it may be exported. Takes the same
 * locks as {@link SharingService}.
 */
@ApplicationScoped
public class ImageActionsService {

    private final Clock clock;
    private final SuspensionService suspensions;
    private final AccountRateLimiter limiter;
    private final HistoryRecorder history;
    private final Event<ImageExportBlocked> exportBlocked;

    ImageActionsService(
            Clock clock,
            SuspensionService suspensions,
            AccountRateLimiter limiter,
            HistoryRecorder history,
            Event<ImageExportBlocked> exportBlocked) {
        this.clock = clock;
        this.suspensions = suspensions;
        this.limiter = limiter;
        this.history = history;
        this.exportBlocked = exportBlocked;
    }

    /**
     * Stops access to the data; memberships stay. If an operator deactivates another account's image, it is suspended.
     */
    @Transactional
    public void deactivate(Actor actor, UUID id) {
        if (isSuspensionByOperator(actor, id)) {
            suspensions.suspend(actor, id, "Suspended by the provider.");
            return;
        }
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanUpdate(Role.ADMIN);
        recordHistory(access.image().setDeactivated(true), HistoryEventType.DEACTIVATED, access);
    }

    /**
     * Makes the data accessible again. If an operator reactivates a suspended image, the suspension is lifted.
     *
     * @throws RefusedException {@link Reason#ONLY_PROVIDER_SUSPENDS} if the provider suspended it;
     *     {@link Reason#NOT_ACTIVE}
     */
    @Transactional
    public void reactivate(Actor actor, UUID id) {
        if (actor.isOperator() && SuspensionQueries.existsSuspended(actor.region(), id)) {
            suspensions.lift(actor, id);
            return;
        }
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanUpdate(Role.ADMIN);
        recordHistory(access.image().reactivate(), HistoryEventType.REACTIVATED, access);
    }

    /** Checked before taking any lock, since a suspension takes its locks in a different order. */
    private static boolean isSuspensionByOperator(Actor actor, UUID id) {
        return actor.isOperator() && !SuspensionQueries.existsOwned(actor, id);
    }

    private void recordHistory(boolean changed, HistoryEventType eventType, ImageAccess access) {
        Image image = access.image();
        if (changed) {
            limiter.acquireForDeactivation(access.actor());
            history.recordForAll(eventType, image, Membership.listAccounts(image), access.actor(), clock.instant());
        }
    }

    /**
     * Sets whether the data of an image may leave the cloud; operators only. A block also applies to everything derived
     * from the image. Lifting it applies to this image only, since the others may contain something else by now.
     *
     * @throws RefusedException {@link Reason#ONLY_OPERATOR_MARKS_EXPORTABLE}
     */
    @Transactional
    public void markExportable(Actor actor, UUID id, boolean may) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanMarkExportable();
        access.image().markExportable(may);
        if (!may) {
            exportBlocked.fire(new ImageExportBlocked(access.image()));
        }
    }
}
