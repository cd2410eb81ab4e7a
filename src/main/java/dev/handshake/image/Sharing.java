package dev.handshake.image;

import dev.handshake.account.AccountNumbers;
import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The rules of sharing, behind every door. Each verb finds through the actor (what it may not see is not found),
 * refuses, then acts.
 *
 * <p>Every verb locks the image's row before it reads memberships. That puts all changes of one image in an order: of
 * two equal offers the second finds the first, the quota holds, and no acceptance comes after a removal.
 */
@ApplicationScoped
public class Sharing {

    private final Clock clock;
    private final AccountNumbers numbers;
    private final OfferPace pace;
    private final AccountRateLimiter limiter;
    private final int mostMembers;

    Sharing(
            Clock clock,
            AccountNumbers numbers,
            OfferPace pace,
            AccountRateLimiter limiter,
            @ConfigProperty(name = "handshake.members-per-image") int mostMembers) {
        this.clock = clock;
        this.numbers = numbers;
        this.pace = pace;
        this.limiter = limiter;
        this.mostMembers = mostMembers;
    }

    /**
     * @throws RefusedException {@link Reason#NOT_FOUND} unless the actor owns the image, is its member in any status,
     *     or it is base
     */
    public Sight see(Actor actor, UUID id) {
        return Sight.of(actor, id);
    }

    /** The same, but empty where there is none. */
    public Optional<Sight> find(Actor actor, UUID id) {
        return Sight.find(actor, id);
    }

    /** How many members an image can have. */
    public int mostMembers() {
        return mostMembers;
    }

    /**
     * The images, where the actor may offer every one of them.
     *
     * @throws RefusedException where it may not
     */
    List<Image> offerable(Actor actor, Set<UUID> images) {
        return offerable(images, Sight.of(actor, Image.seenBy(actor, images)));
    }

    /** Where each number of a pasted text would stand with each image if it were offered now. */
    Review review(Actor actor, Set<UUID> images, String text) {
        List<Image> seen = offerable(actor, images);
        return Review.of(AccountNumbers.split(text), seen, rosters(actor, seen));
    }

    /**
     * Offers images to accounts, each pair for itself: one that cannot be offered does not hold up the others.
     *
     * @param id of the offering; one that exists already is answered as it was, and nothing is done twice
     * @throws RefusedException {@link Reason#TOO_MANY_OFFERS}, {@link Reason#OFFERS_RATE_LIMITED}, or where one of the
     *     images is not the actor's to offer
     */
    @Transactional
    public Offering offer(Actor actor, UUID id, Set<UUID> images, List<String> accounts, Terms terms) {
        long pairs = OfferPace.atOnce(images, accounts);
        List<Image> locked = offerable(images, Sight.of(actor, Image.lockedBy(actor, images)));
        return Offering.seenBy(actor, id).orElseGet(() -> {
            pace.count(actor, pairs);
            Offering offering = Offering.made(id, actor, clock.instant());
            offering.persist();
            offer(offering, terms, actor, locked, new LinkedHashSet<>(accounts));
            return offering;
        });
    }

    private void offer(Offering offering, Terms terms, Actor actor, List<Image> images, Set<String> accounts) {
        Map<UUID, Roster> rosters = rosters(actor, images);
        int position = 0;
        for (Image image : images) {
            for (String account : accounts) {
                Reason refusal = rosters.get(image.id).offer(account, actor, terms, offering.madeAt);
                OfferingLine.of(offering, position++, image, account, refusal).persist();
            }
        }
    }

    /**
     * The owner takes the image back from one member.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} where it is none
     */
    @Transactional
    public void remove(Actor actor, UUID image, String member) {
        if (remove(actor, image, each -> each.member.equals(member)) == 0) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }

    /**
     * The same from all whom {@code who} names.
     *
     * @return how many they were
     */
    @Transactional
    public int remove(Actor actor, UUID id, Predicate<Membership> who) {
        Sight sight = Sight.locked(actor, id);
        sight.mustRemove();
        Image image = sight.image();
        List<Membership> leaving =
                Membership.in(image.region, List.of(id)).stream().filter(who).toList();
        limiter.removals(actor, leaving.size());
        Instant now = clock.instant();
        leaving.forEach(each -> History.write(Happened.REMOVED, image, each.member, actor, now));
        leaving.forEach(Membership::delete);
        return leaving.size();
    }

    /** Keeps the owner's private name for a number, or drops it where the text is empty. */
    @Transactional
    public void label(Actor actor, UUID image, String member, String text) {
        Sight sight = Sight.locked(actor, image);
        sight.mustOffer();
        if (Membership.findById(new Membership.Key(actor.region(), image, member)) == null) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        limiter.label(actor);
        Label.put(actor, member, text);
    }

    Map<UUID, Roster> rosters(Actor actor, List<Image> images) {
        return Roster.of(images, actor.region(), mostMembers, numbers);
    }

    private static List<Image> offerable(Set<UUID> asked, List<Sight> seen) {
        if (asked.isEmpty()) {
            throw new RefusedException(Reason.NOTHING_SELECTED);
        }
        if (seen.size() < asked.size()) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        seen.forEach(Sight::mustOffer);
        return seen.stream().map(Sight::image).toList();
    }
}
