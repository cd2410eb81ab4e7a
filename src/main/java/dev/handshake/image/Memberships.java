package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The members of one image, one by one, by the rules of {@link Sharing} and with its locks. */
@ApplicationScoped
public class Memberships {

    private final Sharing sharing;
    private final Answering answering;
    private final OfferPace pace;
    private final Clock clock;

    Memberships(Sharing sharing, Answering answering, OfferPace pace, Clock clock) {
        this.sharing = sharing;
        this.answering = answering;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * All of them for the owner, and for a consumer its own.
     *
     * @throws RefusedException {@link Reason#IMAGE_NOT_SHARED} of an image that is not shared
     */
    public List<Membership> all(Actor actor, UUID image) {
        return Sight.of(actor, image).members();
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} where {@code member} is none, or none that the actor sees */
    public Membership one(Actor actor, UUID image, String member) {
        return Sight.of(actor, image).member(member);
    }

    /**
     * Offers the image to one account.
     *
     * @throws RefusedException where that cannot be done
     */
    @Transactional
    public Membership offer(Actor actor, UUID id, String member) {
        Sight sight = Sight.locked(actor, id);
        sight.mustOffer();
        pace.count(actor, 1);
        Roster roster = sharing.rosters(actor, List.of(sight.image())).get(id);
        Reason refusal = roster.offer(member, actor, Terms.NONE, clock.instant());
        if (refusal != null) {
            throw new RefusedException(refusal, sharing.mostMembers());
        }
        return sight.member(member);
    }

    /**
     * Sets the status, which only the consumer does.
     *
     * @param status as said; what it has to be is asked last
     */
    @Transactional
    public Membership decide(Actor actor, UUID id, String member, String status) {
        Sight sight = Sight.locked(actor, id);
        Membership membership = sight.member(member);
        sight.mustDecide(membership);
        answering.decide(sight, membership, MembershipStatus.named(status));
        return membership;
    }

    /**
     * Tells a consumer that has not answered again of its offer.
     *
     * @param note of the reminder; it refuses where it is not time for one
     * @throws RefusedException {@link Reason#NOT_FOUND} where {@code member} is none, or what forbids an offer
     */
    @Transactional
    public Membership remind(Actor actor, UUID id, String member, Consumer<Membership> note) {
        Sight sight = Sight.locked(actor, id);
        sight.mustOffer();
        Membership membership = sight.member(member);
        note.accept(membership);
        History.write(Happened.REMINDED, sight.image(), member, actor, clock.instant());
        return membership;
    }
}
