package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The consumer's part of {@link Sharing}: what it says to an image that it was offered, at any time, in any direction. */
@ApplicationScoped
public class Answering {

    private final Clock clock;
    private final Event<FirstAnswer> answers;

    Answering(Clock clock, Event<FirstAnswer> answers) {
        this.clock = clock;
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

    /** Several at once; an image that is no longer offered is passed over. @return those decided */
    @Transactional
    public List<Sight> decide(Actor actor, Set<UUID> images, MembershipStatus decision) {
        actor.must(Role.ADMIN);
        return Sight.of(actor, Image.lockedBy(actor, images)).stream()
                .filter(Sight::isDeciding)
                .map(sight -> decide(sight, decision))
                .toList();
    }

    private Sight decide(Sight sight, MembershipStatus decision) {
        return decide(sight, sight.membership(), decision);
    }

    Sight decide(Sight sight, Membership membership, MembershipStatus decision) {
        Instant now = clock.instant();
        boolean isFirst = membership.decidedAt == null;
        if (membership.decide(decision, sight.actor(), now)) {
            if (isFirst) {
                answers.fire(new FirstAnswer(membership.region, Duration.between(membership.offeredAt, now)));
            }
            History.write(Happened.by(decision), sight.image(), membership.member, sight.actor(), now);
        }
        return sight;
    }
}
