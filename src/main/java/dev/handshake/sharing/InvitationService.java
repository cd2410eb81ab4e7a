package dev.handshake.sharing;

import dev.handshake.account.AccountRateLimiter;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
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
 * The consumer's side of sharing: accepts, rejects or reconsiders an invitation, at any time and in any direction. See
 * {@link SharingService} for the owner's side.
 */
@ApplicationScoped
public class InvitationService {

    /**
     * A consumer decided on an offer for the first time. Fired in the transaction of that decision.
     *
     * @param waitingTime from the offer to the decision
     */
    public record InvitationAnswered(String region, Duration waitingTime) {}

    /** Applies a decision to a membership; returns whether anything changed. */
    private interface DecisionFunction {
        boolean decide(Membership membership, MembershipStatus decision, Actor by, Instant now);
    }

    private final Clock clock;
    private final AccountRateLimiter limiter;
    private final MembershipRecorder recorder;
    private final Event<InvitationAnswered> invitationAnswered;

    InvitationService(
            Clock clock,
            AccountRateLimiter limiter,
            MembershipRecorder recorder,
            Event<InvitationAnswered> invitationAnswered) {
        this.clock = clock;
        this.limiter = limiter;
        this.recorder = recorder;
        this.invitationAnswered = invitationAnswered;
    }

    /** Accepts the image, which adds it to the consumer's image list. */
    @Transactional
    public ImageAccess accept(Actor actor, UUID image) {
        return decide(actor, image, MembershipStatus.ACCEPTED);
    }

    /** Rejects an invitation or an image accepted earlier. The account stays a member until the owner removes it. */
    @Transactional
    public ImageAccess reject(Actor actor, UUID image) {
        return decide(actor, image, MembershipStatus.REJECTED);
    }

    /**
     * Rejects the image as part of an abuse report, unless another Image service decides. The owner keeps seeing the
     * previous status, so that it does not learn who reported the image.
     */
    @Transactional
    public ImageAccess rejectConfidentially(Actor actor, UUID image) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, image);
        access.requireCanReport();
        return access.image().home().isExternal()
                ? access
                : decide(access, access.membership(), MembershipStatus.REJECTED, Membership::decideConfidentially);
    }

    /** Moves the invitation back to pending. */
    @Transactional
    public ImageAccess reconsider(Actor actor, UUID image) {
        return decide(actor, image, MembershipStatus.PENDING);
    }

    private ImageAccess decide(Actor actor, UUID id, MembershipStatus decision) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.require(ImagePolicy::decisionRefusal);
        return decide(access, decision);
    }

    /** Returns the {@code images} the actor's account is a member of. */
    public List<ImageAccess> filterInvited(Actor actor, Set<UUID> images) {
        return ImageAccess.filterVisible(actor, Image.listVisible(actor, images)).stream()
                .filter(ImageAccess::isConsumer)
                .toList();
    }

    /**
     * Decides on several invitations. Skips images that are no longer offered, and suspended ones if the decision is to
     * accept.
     *
     * @return the images decided on
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
     * Sets a member's status; only that member, or an operator, may do so.
     *
     * @param status as in the Images API
     * @throws RefusedException {@link Reason#ONLY_CONSUMER_DECIDES}; checked last, {@link Reason#NO_SUCH_STATUS}
     */
    @Transactional
    public Membership updateStatus(Actor actor, UUID id, String member, String status) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        Membership membership = access.requireMember(member);
        access.requireCanDecideFor(membership);
        decide(access, membership, MembershipStatus.parse(status));
        return membership;
    }

    /** @throws RefusedException {@link Reason#SUSPENDED} if a suspended image is to be accepted */
    private ImageAccess decide(ImageAccess access, Membership membership, MembershipStatus decision) {
        if (decision == MembershipStatus.ACCEPTED) {
            access.require(ImagePolicy::acceptanceRefusal);
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
            recorder.decided(access, membership, isTold, now);
        }
        return access;
    }
}
