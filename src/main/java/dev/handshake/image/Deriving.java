package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.quota.Amounts;
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
public class Deriving {

    private final Clock clock;
    private final QuotaService quotas;
    private final Event<DataArrived> arrivals;

    Deriving(Clock clock, QuotaService quotas, Event<DataArrived> arrivals) {
        this.clock = clock;
        this.quotas = quotas;
        this.arrivals = arrivals;
    }

    /**
     * A snapshot with the very data that {@code origin} has: nothing is copied.
     *
     * @throws RefusedException {@link Reason#ID_TAKEN}, {@link Reason#DATA_SUSPENDED}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Image sharing(Actor actor, UUID id, String name, DataHolder origin) {
        SuspensionLock.arriving(actor.region());
        mustBeFree(actor, origin);
        Image image = taken(actor, id, name, origin, origin.size);
        image.activate(origin);
        arrivals.fire(new DataArrived(image));
        return image;
    }

    /**
     * A snapshot that is queued for data of its own; {@link Filling} brings that.
     *
     * @throws RefusedException {@link Reason#ID_TAKEN}, {@link Reason#DATA_SUSPENDED}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Image announced(Actor actor, UUID id, String name, DataHolder origin) {
        mustBeFree(actor, origin);
        return taken(actor, id, name, origin, 0);
    }

    private static void mustBeFree(Actor actor, DataHolder origin) {
        if (Image.isHeld(actor.region(), origin)) {
            throw new RefusedException(Reason.DATA_SUSPENDED);
        }
    }

    private Image taken(Actor actor, UUID id, String name, DataHolder origin, long bytes) {
        quotas.require(actor.account(), actor.region(), Amounts.snapshot(bytes));
        Image.mustBeNew(actor.region(), id);
        Image image = Image.taken(actor, id, name, origin, clock.instant());
        image.persist();
        History.write(Happened.CREATED, image, null, actor, image.createdAt);
        return image;
    }
}
