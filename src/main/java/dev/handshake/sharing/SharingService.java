package dev.handshake.sharing;

import dev.handshake.account.AccountNumbers;
import dev.handshake.account.AccountRateLimiter;
import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.Image;
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
public class SharingService {

    private final Clock clock;
    private final AccountNumbers accountNumbers;
    private final OfferRateLimiter offerRateLimiter;
    private final AccountRateLimiter limiter;
    private final int memberQuota;

    SharingService(
            Clock clock,
            AccountNumbers accountNumbers,
            OfferRateLimiter offerRateLimiter,
            AccountRateLimiter limiter,
            @ConfigProperty(name = "handshake.sharing.member-quota") int memberQuota) {
        this.clock = clock;
        this.accountNumbers = accountNumbers;
        this.offerRateLimiter = offerRateLimiter;
        this.limiter = limiter;
        this.memberQuota = memberQuota;
    }

    /**
     * @throws RefusedException {@link Reason#NOT_FOUND} unless the actor owns the image, is its member in any status,
     *     or it is base
     */
    public ImageAccess loadAccess(Actor actor, UUID id) {
        return ImageAccess.load(actor, id);
    }

    /** The same, but empty where there is none. */
    public Optional<ImageAccess> findAccess(Actor actor, UUID id) {
        return ImageAccess.find(actor, id);
    }

    /** How many members an image can have. */
    public int memberQuota() {
        return memberQuota;
    }

    /**
     * The images, where the actor may offer every one of them.
     *
     * @throws RefusedException where it may not
     */
    List<Image> requireOfferable(Actor actor, Set<UUID> images) {
        return requireOfferable(images, ImageAccess.filterVisible(actor, Image.listVisible(actor, images)));
    }

    /** Where each number of a pasted text would stand with each image if it were offered now. */
    OfferReview review(Actor actor, Set<UUID> images, String text) {
        List<Image> seen = requireOfferable(actor, images);
        return OfferReview.of(AccountNumbers.split(text), seen, loadEligibility(actor, seen));
    }

    /**
     * Offers images to accounts, each pair for itself: one that cannot be offered does not hold up the others.
     *
     * @param id of the offering; one that exists already is answered as it was, and nothing is done twice
     * @throws RefusedException {@link Reason#TOO_MANY_OFFERS}, {@link Reason#OFFERS_RATE_LIMITED}, or where one of the
     *     images is not the actor's to offer
     */
    @Transactional
    public OfferBatch offer(Actor actor, UUID id, Set<UUID> images, List<String> accounts, OfferTerms terms) {
        long pairs = OfferRateLimiter.requireBatchSize(images, accounts);
        List<Image> locked =
                requireOfferable(images, ImageAccess.filterVisible(actor, Image.listVisibleForUpdate(actor, images)));
        return OfferBatch.findVisible(actor, id).orElseGet(() -> {
            offerRateLimiter.acquire(actor, pairs);
            OfferBatch offerBatch = OfferBatch.create(id, actor, clock.instant());
            offerBatch.persist();
            createOffers(offerBatch, terms, actor, locked, new LinkedHashSet<>(accounts));
            return offerBatch;
        });
    }

    private void createOffers(
            OfferBatch offerBatch, OfferTerms terms, Actor actor, List<Image> images, Set<String> accounts) {
        Map<UUID, OfferEligibility> rosters = loadEligibility(actor, images);
        int position = 0;
        for (Image image : images) {
            for (String account : accounts) {
                Reason refusal = rosters.get(image.id).offer(account, actor, terms, offerBatch.madeAt);
                OfferBatchItem.create(offerBatch, position++, image, account, refusal)
                        .persist();
            }
        }
    }

    /**
     * The owner takes the image back from one member.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} where it is none
     */
    @Transactional
    public void removeMember(Actor actor, UUID image, String member) {
        if (removeMembers(actor, image, each -> each.member.equals(member)) == 0) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }

    /**
     * The same from all whom {@code who} names.
     *
     * @return how many they were
     */
    @Transactional
    public int removeMembers(Actor actor, UUID id, Predicate<Membership> who) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanRemoveMembers();
        Image image = access.image();
        List<Membership> leaving = Membership.listByImages(image.region, List.of(id)).stream()
                .filter(who)
                .toList();
        limiter.acquireForRemovals(actor, leaving.size());
        Instant now = clock.instant();
        leaving.forEach(each -> HistoryEntry.record(HistoryEventType.REMOVED, image, each.member, actor, now));
        leaving.forEach(Membership::delete);
        return leaving.size();
    }

    /** Keeps the owner's private name for a number, or drops it where the text is empty. */
    @Transactional
    public void saveLabel(Actor actor, UUID image, String member, String text) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, image);
        access.requireCanOffer();
        if (Membership.findById(new Membership.Key(actor.region(), image, member)) == null) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        limiter.acquireForLabel(actor);
        Label.save(actor, member, text);
    }

    Map<UUID, OfferEligibility> loadEligibility(Actor actor, List<Image> images) {
        return OfferEligibility.load(images, actor.region(), memberQuota, accountNumbers);
    }

    private static List<Image> requireOfferable(Set<UUID> asked, List<ImageAccess> seen) {
        if (asked.isEmpty()) {
            throw new RefusedException(Reason.NOTHING_SELECTED);
        }
        if (seen.size() < asked.size()) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        seen.forEach(ImageAccess::requireCanOffer);
        return seen.stream().map(ImageAccess::image).toList();
    }
}
