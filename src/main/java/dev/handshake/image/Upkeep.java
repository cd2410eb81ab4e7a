package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What an owner does with the image itself: describe it, keep it private, delete it. Locks as {@link Sharing} does. */
@ApplicationScoped
public class Upkeep {

    private final Clock clock;
    private final Provider provider;
    private final Licences licences;
    private final Event<Image> deletions;

    Upkeep(Clock clock, Provider provider, Licences licences, Event<Image> deletions, Event<ExportForbidden> marks) {
        this.clock = clock;
        this.provider = provider;
        this.licences = licences;
        this.deletions = deletions;
    }

    /**
     * Changes what a person typed. A base image stays one.
     *
     * @throws RefusedException {@link Reason#HAS_MEMBERS} when it is to be private and has members
     */
    @Transactional
    public Image describe(Actor actor, UUID id, Details details, Visibility visibility) {
        return amend(
                        actor,
                        id,
                        before -> before.typed(
                                details, before.visibility() == Visibility.PUBLIC ? Visibility.PUBLIC : visibility))
                .image();
    }

    /**
     * Changes whatever an owner can set, from how it stands.
     *
     * @throws RefusedException {@link Reason#HAS_MEMBERS}, {@link Reason#FORMAT_NOT_CHANGEABLE},
     *     {@link Reason#PUBLIC_VISIBILITY_NOT_ALLOWED}, or whatever {@code change} refuses
     */
    @Transactional
    public Described amend(Actor actor, UUID id, UnaryOperator<Traits> change) {
        Sight sight = Sight.locked(actor, id);
        sight.mustChange(Role.CREATOR);
        Image image = sight.image();
        Traits before = Described.of(actor, List.of(image)).get(0).traits();
        Traits after = change.apply(before).checkedAfter(before);
        if (!after.equals(before)) {
            mustKeepFormats(image, before, after);
            open(actor, image, after.visibility());
            image.describe(after, clock.instant());
            licences.mark(image, after);
            Tag.replace(image, after.tags());
            Property.replace(image, after.properties());
        }
        return new Described(image, List.copyOf(after.tags()), after.properties());
    }

    private static void mustKeepFormats(Image image, Traits before, Traits after) {
        boolean same = before.diskFormat() == after.diskFormat()
                && Objects.equals(before.containerFormat(), after.containerFormat());
        if (!same && (image.status() != ImageStatus.QUEUED || image.isStaged())) {
            throw new RefusedException(Reason.FORMAT_NOT_CHANGEABLE);
        }
        if (!same) {
            after.mustHaveTrueContainer();
        }
    }

    /**
     * Deletes an image with all its memberships. What was made of it stays with those who made it.
     *
     * @param confirmed asked where the image has members; given its name, and on no the image stays
     * @throws RefusedException {@link Reason#NAME_NOT_CONFIRMED}
     */
    @Transactional
    public Image delete(Actor actor, UUID id, Predicate<String> confirmed) {
        Sight sight = Sight.locked(actor, id);
        sight.mustDelete();
        Image image = sight.image();
        List<Membership> members = Membership.in(image.region, List.of(id));
        if (!members.isEmpty() && !confirmed.test(image.name)) {
            throw new RefusedException(Reason.NAME_NOT_CONFIRMED);
        }
        delete(image, members, actor, clock.instant());
        return image;
    }

    private void delete(Image image, List<Membership> members, Actor actor, Instant now) {
        History.tell(Happened.DELETED, image, members, actor, now);
        members.forEach(Membership::delete);
        image.delete();
        deletions.fire(image);
    }

    /** A line for each member, which reads no other, and one for the owner. */
    /** An image changes who sees it only without members, unless it stays shared. */
    private void open(Actor actor, Image image, Visibility to) {
        if (to == image.visibility()) {
            return;
        }
        provider.mustAllow(actor, image.visibility(), to);
        int members = Membership.in(image.region, List.of(image.id)).size();
        if (members > 0) {
            throw new RefusedException(Reason.HAS_MEMBERS, members);
        }
        image.open(to);
    }
}
