package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Whether the data of an image is given out, by its owner's word and by the provider's. Locks as {@link Sharing} does. */
@ApplicationScoped
public class Withholding {

    private final Clock clock;
    private final Event<ExportForbidden> marks;

    Withholding(Clock clock, Event<ExportForbidden> marks) {
        this.clock = clock;
        this.marks = marks;
    }

    /** Data is given out no more; who is a member stays. @throws Refused {@link Reason#NOT_ACTIVE} */
    @Transactional
    public void deactivate(Actor actor, UUID id) {
        Sight sight = Sight.locked(actor, id);
        sight.mustChange(Role.ADMIN);
        boolean changed = sight.isOwner()
                ? sight.image().deactivate(true)
                : sight.image().hold("The provider took it out of use.");
        tell(changed, Happened.DEACTIVATED, sight);
    }

    /** The same by the provider, until it says otherwise. @param because what the owner is told */
    @Transactional
    public void hold(Actor operator, UUID id, String because) {
        Sight sight = Sight.locked(operator, id);
        sight.mustHold();
        tell(sight.image().hold(because), Happened.DEACTIVATED, sight);
    }

    /**
     * Data is given out again.
     *
     * @throws Refused {@link Reason#HELD} where the provider took it out of use; {@link Reason#NOT_ACTIVE}
     */
    @Transactional
    public void reactivate(Actor actor, UUID id) {
        Sight sight = Sight.locked(actor, id);
        sight.mustChange(Role.ADMIN);
        tell(sight.image().reactivate(actor.isOperator()), Happened.REACTIVATED, sight);
    }

    private void tell(boolean changed, Happened happened, Sight sight) {
        Image image = sight.image();
        if (changed) {
            List<Membership> members = Membership.in(image.region, List.of(image.id));
            History.tell(happened, image, members, sight.actor(), clock.instant());
        }
    }

    /**
     * Whether the data of an image may leave the cloud; only the operator says that. What was made of the image follows
     * where it is forbidden; where it is allowed again, each image is for itself, since it may hold other things by now.
     *
     * @throws Refused {@link Reason#OPERATOR_MARKS}
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
