package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The members of one image, one by one, by the rules of {@link SharingService} and with its locks. */
@ApplicationScoped
public class MembershipService {

    private final SharingService sharing;
    private final InvitationService invitations;
    private final OfferRateLimiter offerRateLimiter;
    private final Clock clock;

    MembershipService(
            SharingService sharing, InvitationService invitations, OfferRateLimiter offerRateLimiter, Clock clock) {
        this.sharing = sharing;
        this.invitations = invitations;
        this.offerRateLimiter = offerRateLimiter;
        this.clock = clock;
    }

    /**
     * All of them for the owner, and for a consumer its own.
     *
     * @throws RefusedException {@link Reason#IMAGE_NOT_SHARED} of an image that is not shared
     */
    public List<Membership> list(Actor actor, UUID image) {
        return ImageAccess.load(actor, image).members();
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} where {@code member} is none, or none that the actor sees */
    public Membership get(Actor actor, UUID image, String member) {
        return ImageAccess.load(actor, image).requireMember(member);
    }

    /**
     * Offers the image to one account.
     *
     * @throws RefusedException where that cannot be done
     */
    @Transactional
    public Membership offer(Actor actor, UUID id, String member) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanOffer();
        offerRateLimiter.acquire(actor, 1);
        OfferEligibility offerEligibility =
                sharing.loadEligibility(actor, List.of(access.image())).get(id);
        Reason refusal = offerEligibility.offer(member, actor, OfferTerms.NONE, clock.instant());
        if (refusal != null) {
            throw new RefusedException(refusal, sharing.memberQuota());
        }
        return access.requireMember(member);
    }

    /**
     * Sets the status, which only the consumer does.
     *
     * @param status as said; what it has to be is asked last
     */
    @Transactional
    public Membership updateStatus(Actor actor, UUID id, String member, String status) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        Membership membership = access.requireMember(member);
        access.requireCanDecideFor(membership);
        invitations.decide(access, membership, MembershipStatus.parse(status));
        return membership;
    }

    /**
     * Tells a consumer that has not answered again of its offer.
     *
     * @param note of the reminder; it refuses where it is not time for one
     * @throws RefusedException {@link Reason#NOT_FOUND} where {@code member} is none, or what forbids an offer
     */
    @Transactional
    public Membership recordReminder(Actor actor, UUID id, String member, Consumer<Membership> note) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanOffer();
        Membership membership = access.requireMember(member);
        note.accept(membership);
        HistoryEntry.record(HistoryEventType.REMINDED, access.image(), member, actor, clock.instant());
        return membership;
    }
}
