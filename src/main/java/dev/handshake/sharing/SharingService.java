package dev.handshake.sharing;

import dev.handshake.account.AccountRateLimiter;
import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The sharing rules, for pages and API alike. Each method loads the image through the actor (an image it may not see is
 * not found), checks permission, then acts.
 *
 * <p>Every change locks the image's row before reading memberships, which serializes all changes to one image: the
 * second of two equal offers finds the first one, the quota holds, and nothing can be accepted after a removal.
 */
@ApplicationScoped
public class SharingService {

    private final Clock clock;
    private final OfferEligibilityService eligibility;
    private final OfferRateLimiter offerRateLimiter;
    private final AccountRateLimiter limiter;
    private final MembershipRecorder recorder;

    SharingService(
            Clock clock,
            OfferEligibilityService eligibility,
            OfferRateLimiter offerRateLimiter,
            AccountRateLimiter limiter,
            MembershipRecorder recorder) {
        this.clock = clock;
        this.eligibility = eligibility;
        this.offerRateLimiter = offerRateLimiter;
        this.limiter = limiter;
        this.recorder = recorder;
    }

    /**
     * @throws RefusedException {@link Reason#NOT_FOUND} unless the actor owns the image, is a member in any status, or
     *     the image is a base image
     */
    public ImageAccess loadAccess(Actor actor, UUID id) {
        return ImageAccess.load(actor, id);
    }

    /**
     * Offers images to accounts. Pairs are independent: one that is refused does not affect the others.
     *
     * @param id of the batch; if it already exists, its result is returned and nothing is done twice
     * @throws RefusedException {@link Reason#TOO_MANY_OFFERS}, {@link Reason#OFFERS_RATE_LIMITED}, or if the actor may
     *     not offer one of the images
     */
    @Transactional
    public OfferBatch offer(Actor actor, UUID id, Set<UUID> images, List<String> accounts, OfferTerms terms) {
        long pairs = OfferRateLimiter.requireBatchSize(images, accounts);
        List<Image> locked = OfferEligibilityService.requireOfferable(
                images, ImageAccess.filterVisible(actor, Image.listVisibleForUpdate(actor, images)));
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
        Map<UUID, OfferEligibility> byImage = eligibility.load(actor, images);
        int position = 0;
        for (Image image : images) {
            for (String account : accounts) {
                Reason refusal = createOffer(byImage.get(image.id), account, actor, terms, offerBatch.madeAt);
                OfferBatchItem.create(offerBatch, position++, image, account, refusal)
                        .persist();
            }
        }
    }

    /**
     * Offers an image to one account.
     *
     * @throws RefusedException if the offer is not possible
     */
    @Transactional
    public Membership offer(Actor actor, UUID id, String member) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanOffer();
        offerRateLimiter.acquire(actor, 1);
        OfferEligibility image =
                eligibility.load(actor, List.of(access.image())).get(id);
        Reason refusal = createOffer(image, member, actor, OfferTerms.NONE, clock.instant());
        if (refusal != null) {
            throw new RefusedException(refusal, eligibility.memberQuota());
        }
        return access.requireMember(member);
    }

    /** @return why the offer was refused, or null */
    private Reason createOffer(OfferEligibility image, String account, Actor by, OfferTerms terms, Instant now) {
        Reason refusal = image.refusal(account);
        if (refusal == null) {
            Membership.create(image.image(), account, by, terms, now).persist();
            recorder.offered(image.image(), account, by, now);
            image.addPending(account);
        }
        return refusal;
    }

    /**
     * Reminds consumers of their offers.
     *
     * @param remind records the reminders and returns the offers they are about; refuses if it is too early for one
     * @throws RefusedException as {@code remind} does, or the reason that forbids offering
     */
    @Transactional
    public List<Membership> recordReminders(Actor actor, UUID id, Function<ImageAccess, List<Membership>> remind) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.require(ImagePolicy::labelRefusal);
        Instant now = clock.instant();
        List<Membership> reminded = remind.apply(access);
        reminded.forEach(each -> recorder.reminded(access.image(), each.member, actor, now));
        return reminded;
    }

    /**
     * Removes one member from an image.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} if the account is not a member
     */
    @Transactional
    public void removeMember(Actor actor, UUID image, String member) {
        if (removeMembers(actor, image, each -> each.member.equals(member)) == 0) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }

    /**
     * Removes all members matching {@code who}.
     *
     * @return the number of members removed
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
        leaving.forEach(each -> recorder.removed(image, each.member, actor, now));
        leaving.forEach(Membership::delete);
        return leaving.size();
    }

    /**
     * Deletes the memberships of an image that is deleted in the same transaction. The caller has locked its row and
     * written its history.
     */
    public void deleteMemberships(Image image) {
        Membership.delete("region = ?1 and imageId = ?2", image.region, image.id);
    }

    /** Saves the owner's private label for an account number, or removes it if {@code text} is empty. */
    @Transactional
    public void saveLabel(Actor actor, UUID image, String member, String text) {
        loadForLabel(actor, image).requireMember(member);
        Label.save(actor, member, text);
    }

    /** Saves the note and the contact that a member reads on its invitation. */
    @Transactional
    public void saveNote(Actor actor, UUID image, String member, OfferTerms terms) {
        loadForLabel(actor, image).requireMember(member).setNote(terms);
    }

    private ImageAccess loadForLabel(Actor actor, UUID image) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, image);
        access.require(ImagePolicy::labelRefusal);
        limiter.acquireForLabel(actor);
        return access;
    }
}
