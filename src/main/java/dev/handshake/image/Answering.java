package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
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
 * The consumer's part of {@link Sharing}: what it says to an image that it was offered, at any time, in any direction.
 */
@ApplicationScoped
public class Answering {

    /** One way to decide; says whether anything changed. */
    private interface Way {
        boolean decide(Membership membership, MembershipStatus decision, Actor by, Instant now);
    }

    private final Clock clock;
    private final AccountRateLimiter limiter;
    private final Event<FirstAnswer> answers;

    Answering(Clock clock, AccountRateLimiter limiter, Event<FirstAnswer> answers) {
        this.clock = clock;
        this.limiter = limiter;
        this.answers = answers;
    }

    /** The consumer wants the image: from now on it is in its list. */
    @Transactional
    public Sight accept(Actor actor, UUID image) {
        return decide(actor, image, MembershipStatus.ACCEPTED);
    }

    /** The consumer declines, or drops what it had accepted; it stays a member until the owner removes it. */
    @Transactional
    public Sight reject(Actor actor, UUID image) {
        return decide(actor, image, MembershipStatus.REJECTED);
    }

    /**
     * The same with a report: the owner goes on seeing what it saw, since it is not to learn who reported its image.
     */
    @Transactional
    public Sight rejectInConfidence(Actor actor, UUID image) {
        Sight sight = Sight.locked(actor, image);
        sight.mustDecide();
        return decide(sight, sight.membership(), MembershipStatus.REJECTED, Membership::decideInConfidence);
    }

    /** The consumer is undecided again. */
    @Transactional
    public Sight reconsider(Actor actor, UUID image) {
        return decide(actor, image, MembershipStatus.PENDING);
    }

    private Sight decide(Actor actor, UUID id, MembershipStatus decision) {
        Sight sight = Sight.locked(actor, id);
        sight.mustDecide();
        return decide(sight, decision);
    }

    /** Those of {@code images} that the actor's account is a member of. */
    List<Sight> invited(Actor actor, Set<UUID> images) {
        return Sight.of(actor, Image.seenBy(actor, images)).stream()
                .filter(Sight::isConsumer)
                .toList();
    }

    /**
     * Several at once; an image that is no longer offered, or suspended and to be accepted, is passed over.
     *
     * @return those decided
     */
    @Transactional
    public List<Sight> decide(Actor actor, Set<UUID> images, MembershipStatus decision) {
        actor.require(Role.ADMIN);
        return Sight.of(actor, Image.lockedBy(actor, images)).stream()
                .filter(decision == MembershipStatus.ACCEPTED ? Sight::isAccepting : Sight::isDeciding)
                .map(sight -> decide(sight, decision))
                .toList();
    }

    private Sight decide(Sight sight, MembershipStatus decision) {
        return decide(sight, sight.membership(), decision);
    }

    /** @throws RefusedException {@link Reason#SUSPENDED} where it is to be accepted */
    Sight decide(Sight sight, Membership membership, MembershipStatus decision) {
        if (decision == MembershipStatus.ACCEPTED) {
            sight.mustAccept();
        }
        return decide(sight, membership, decision, Membership::decide);
    }

    private Sight decide(Sight sight, Membership membership, MembershipStatus decision, Way way) {
        Instant now = clock.instant();
        boolean isFirst = membership.decidedAt == null;
        MembershipStatus told = membership.ownerStatus();
        if (way.decide(membership, decision, sight.actor(), now)) {
            limiter.decision(sight.actor());
            if (isFirst) {
                answers.fire(new FirstAnswer(membership.region, Duration.between(membership.offeredAt, now)));
            }
            boolean isTold = told != membership.ownerStatus();
            History.write(Happened.by(decision), sight.image(), membership.member, isTold, sight.actor(), now);
        }
        return sight;
    }
}
