package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Whether the data of an image is given out, by its owner's word; the provider suspends it. Locks as {@link Sharing}
 * does.
 */
@ApplicationScoped
public class Withholding {

    private final Clock clock;
    private final Suspending suspending;
    private final AccountRateLimiter limiter;
    private final Event<ExportForbidden> marks;

    Withholding(Clock clock, Suspending suspending, AccountRateLimiter limiter, Event<ExportForbidden> marks) {
        this.clock = clock;
        this.suspending = suspending;
        this.limiter = limiter;
        this.marks = marks;
    }

    /** Data is given out no more; who is a member stays. Said by an operator of another's image, it is suspended. */
    @Transactional
    public void deactivate(Actor actor, UUID id) {
        if (isSuspending(actor, id)) {
            suspending.suspend(actor, id, "The provider suspended it.");
            return;
        }
        Sight sight = Sight.locked(actor, id);
        sight.mustChange(Role.ADMIN);
        tell(sight.image().deactivate(true), Happened.DEACTIVATED, sight);
    }

    /**
     * Data is given out again. Said by an operator of an image that is suspended, that is lifted.
     *
     * @throws RefusedException {@link Reason#ONLY_PROVIDER_SUSPENDS} where the provider suspended it;
     *     {@link Reason#NOT_ACTIVE}
     */
    @Transactional
    public void reactivate(Actor actor, UUID id) {
        if (actor.isOperator() && Image.isSuspended(actor.region(), id)) {
            suspending.lift(actor, id);
            return;
        }
        Sight sight = Sight.locked(actor, id);
        sight.mustChange(Role.ADMIN);
        tell(sight.image().reactivate(), Happened.REACTIVATED, sight);
    }

    /** Asked before anything is locked, since a suspension locks in its own order. */
    private static boolean isSuspending(Actor actor, UUID id) {
        return actor.isOperator() && !Image.isOwned(actor, id);
    }

    private void tell(boolean changed, Happened happened, Sight sight) {
        Image image = sight.image();
        if (changed) {
            limiter.deactivation(sight.actor());
            List<Membership> members = Membership.in(image.region, List.of(image.id));
            History.tell(happened, image, members, sight.actor(), clock.instant());
        }
    }

    /**
     * Whether the data of an image may leave the cloud; only the operator says that. What was made of the image follows
     * where it is forbidden; where it is allowed again, each image is for itself, since it may hold other things by
     * now.
     *
     * @throws RefusedException {@link Reason#ONLY_OPERATOR_MARKS_EXPORTABLE}
     */
    @Transactional
    public void markExportable(Actor actor, UUID id, boolean may) {
        Sight sight = Sight.locked(actor, id);
        sight.mustMark();
        sight.image().exportable(may);
        if (!may) {
            marks.fire(new ExportForbidden(sight.image()));
        }
    }
}
