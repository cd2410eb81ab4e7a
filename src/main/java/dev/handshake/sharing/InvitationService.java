package dev.handshake.sharing;

import dev.handshake.account.AccountRateLimiter;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The consumer's part of {@link SharingService}: what it says to an image that it was offered, at any time, in any
 * direction.
 */
@ApplicationScoped
public class InvitationService {

    /** One way to decide; says whether anything changed. */
    private interface DecisionFunction {
        boolean decide(Membership membership, MembershipStatus decision, Actor by, Instant now);
    }

    private final Clock clock;
    private final AccountRateLimiter limiter;
    private final HistoryRecorder history;
    private final Event<InvitationAnswered> invitationAnswered;

    InvitationService(
            Clock clock,
            AccountRateLimiter limiter,
            HistoryRecorder history,
            Event<InvitationAnswered> invitationAnswered) {
        this.clock = clock;
        this.limiter = limiter;
        this.history = history;
        this.invitationAnswered = invitationAnswered;
    }

    /** The consumer wants the image: from now on it is in its list. */
    @Transactional
    public ImageAccess accept(Actor actor, UUID image) {
        return decide(actor, image, MembershipStatus.ACCEPTED);
    }

    /** The consumer declines, or drops what it had accepted; it stays a member until the owner removes it. */
    @Transactional
    public ImageAccess reject(Actor actor, UUID image) {
        return decide(actor, image, MembershipStatus.REJECTED);
    }

    /**
     * The same with a report: the owner goes on seeing what it saw, since it is not to learn who reported its image.
     */
    @Transactional
    public ImageAccess rejectConfidentially(Actor actor, UUID image) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, image);
        access.requireCanDecide();
        return decide(access, access.membership(), MembershipStatus.REJECTED, Membership::decideConfidentially);
    }

    /** The consumer is undecided again. */
    @Transactional
    public ImageAccess reconsider(Actor actor, UUID image) {
        return decide(actor, image, MembershipStatus.PENDING);
    }

    private ImageAccess decide(Actor actor, UUID id, MembershipStatus decision) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanDecide();
        return decide(access, decision);
    }

    /** Those of {@code images} that the actor's account is a member of. */
    List<ImageAccess> filterInvited(Actor actor, Set<UUID> images) {
        return ImageAccess.filterVisible(actor, Image.listVisible(actor, images)).stream()
                .filter(ImageAccess::isConsumer)
                .toList();
    }

    /**
     * Several at once; an image that is no longer offered, or suspended and to be accepted, is passed over.
     *
     * @return those decided
     */
    @Transactional
    public List<ImageAccess> decide(Actor actor, Set<UUID> images, MembershipStatus decision) {
        actor.require(Role.ADMIN);
        return ImageAccess.filterVisible(actor, Image.listVisibleForUpdate(actor, images)).stream()
                .filter(decision == MembershipStatus.ACCEPTED ? ImageAccess::canAccept : ImageAccess::canDecide)
                .map(access -> decide(access, decision))
                .toList();
    }

    private ImageAccess decide(ImageAccess access, MembershipStatus decision) {
        return decide(access, access.membership(), decision);
    }

    /**
     * Sets the status of one member, which only that member does.
     *
     * @param status as the API says it
     * @throws RefusedException {@link Reason#ONLY_CONSUMER_DECIDES}; last, where there is no such status
     */
    @Transactional
    public Membership updateStatus(Actor actor, UUID id, String member, String status) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        Membership membership = access.requireMember(member);
        access.requireCanDecideFor(membership);
        decide(access, membership, MembershipStatus.parse(status));
        return membership;
    }

    /** @throws RefusedException {@link Reason#SUSPENDED} where it is to be accepted */
    private ImageAccess decide(ImageAccess access, Membership membership, MembershipStatus decision) {
        if (decision == MembershipStatus.ACCEPTED) {
            access.requireCanAccept();
        }
        return decide(access, membership, decision, Membership::decide);
    }

    private ImageAccess decide(
            ImageAccess access, Membership membership, MembershipStatus decision, DecisionFunction decisionFunction) {
        Instant now = clock.instant();
        boolean isFirst = membership.decidedAt == null;
        MembershipStatus told = membership.ownerStatus();
        if (decisionFunction.decide(membership, decision, access.actor(), now)) {
            limiter.acquireForDecision(access.actor());
            if (isFirst) {
                invitationAnswered.fire(
                        new InvitationAnswered(membership.region, Duration.between(membership.offeredAt, now)));
            }
            boolean isTold = told != membership.ownerStatus();
            history.record(eventTypeOf(decision), access.image(), membership.member, isTold, access.actor(), now);
        }
        return access;
    }

    private static HistoryEventType eventTypeOf(MembershipStatus decision) {
        return switch (decision) {
            case ACCEPTED -> HistoryEventType.ACCEPTED;
            case REJECTED -> HistoryEventType.REJECTED;
            case PENDING -> HistoryEventType.RECONSIDERED;
        };
    }
}
