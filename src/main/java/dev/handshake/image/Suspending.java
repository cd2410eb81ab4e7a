package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
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
public class Suspending {

    private final Clock clock;

    Suspending(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param because what the image's owner is told
     * @throws RefusedException {@link Reason#ONLY_PROVIDER_SUSPENDS}, {@link Reason#NOT_ACTIVE}
     */
    @Transactional
    public void suspend(Actor operator, UUID id, String because) {
        Image image = locked(operator, id);
        if (image.suspend(because)) {
            tell(Happened.SUSPENDED, image, operator);
        }
        Image.lockedWith(image.region, image).stream()
                .filter(each -> each != image && each.suspendWithData())
                .forEach(each -> tell(Happened.SUSPENDED, each, operator));
    }

    /**
     * Whatever is suspended with the image is free again, unless another suspension holds for it.
     *
     * @throws RefusedException {@link Reason#ONLY_PROVIDER_SUSPENDS}; {@link Reason#SUSPENDED_VIA_OTHER_IMAGE} where it
     *     is not this image that is suspended
     */
    @Transactional
    public void lift(Actor operator, UUID id) {
        Image image = locked(operator, id);
        if (image.heldBecause() == null && image.isSuspended()) {
            throw new RefusedException(Reason.SUSPENDED_VIA_OTHER_IMAGE);
        }
        List<Image> same = Image.lockedWith(image.region, image);
        boolean isHeld = same.stream().anyMatch(each -> each != image && each.heldBecause() != null);
        if (image.lift(isHeld)) {
            tell(Happened.LIFTED, image, operator);
        }
        same.stream()
                .filter(each -> each != image && each.heldBecause() == null && each.lift(isHeld))
                .forEach(each -> tell(Happened.LIFTED, each, operator));
    }

    /** In the transaction of the arrival, which took the lock of {@link SuspensionLock} first. */
    void arrived(@Observes DataArrived data) {
        if (Image.isHeld(data.image().region, data.image())) {
            data.image().suspendWithData();
        }
    }

    private static Image locked(Actor operator, UUID id) {
        SuspensionLock.suspending(operator.region());
        Sight sight = Sight.locked(operator, id);
        sight.mustHold();
        return sight.image();
    }

    private void tell(Happened happened, Image image, Actor operator) {
        List<Membership> members = Membership.in(image.region, List.of(image.id));
        History.tell(happened, image, members, operator, clock.instant());
    }
}
