package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What an owner does with the image itself: describe it, keep it private, delete it. Locks as {@link Sharing} does. */
@ApplicationScoped
public class Upkeep {

    private final Clock clock;
    private final Event<Image> deletions;

    Upkeep(Clock clock, Event<Image> deletions) {
        this.clock = clock;
        this.deletions = deletions;
    }

    /** @throws Refused {@link Reason#HAS_MEMBERS} when it is to be private and has members */
    @Transactional
    public Image describe(Actor actor, UUID id, Details details, Visibility visibility) {
        Sight sight = Sight.locked(actor, id);
        sight.mustChange(Role.CREATOR);
        Image image = sight.image();
        open(image, visibility);
        image.describe(details, clock.instant());
        Tag.replace(image, details.tags());
        return image;
    }

    /**
     * Deletes an image with all its memberships. What was made of it stays with those who made it.
     *
     * @param confirmed asked where the image has members; given its name, and on no the image stays
     * @throws Refused {@link Reason#NOT_CONFIRMED}
     */
    @Transactional
    public Image delete(Actor actor, UUID id, Predicate<String> confirmed) {
        Sight sight = Sight.locked(actor, id);
        sight.mustChange(Role.ADMIN);
        Image image = sight.image();
        List<Membership> members = Membership.in(image.region, List.of(id));
        if (!members.isEmpty() && !confirmed.test(image.name)) {
            throw new Refused(Reason.NOT_CONFIRMED);
        }
        delete(image, members, actor, clock.instant());
        return image;
    }

    private void delete(Image image, List<Membership> members, Actor actor, Instant now) {
        members.forEach(each -> History.write(Happened.DELETED, image, each.member, actor, now));
        members.forEach(Membership::delete);
        History.write(Happened.DELETED, image, null, actor, now);
        image.delete();
        deletions.fire(image);
    }

    private static void open(Image image, Visibility to) {
        if (to == image.visibility() || image.isBase()) {
            return;
        }
        int members = Membership.in(image.region, List.of(image.id)).size();
        if (to == Visibility.PRIVATE && members > 0) {
            throw new Refused(Reason.HAS_MEMBERS, members);
        }
        image.open(to);
    }
}
