package dev.handshake.imagesync;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.image.ImageHome;
import dev.handshake.lease.LeaseTerm;
import dev.handshake.sharing.MembershipRecorder.MembershipChanged;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The outbox of changes of memberships. Every method but {@link #findDue} holds the lock on the image's row, as changes
 * of its memberships do.
 */
@ApplicationScoped
class MemberChanges {

    /** Longer than a batch takes: see {@link MemberChangeRunner}. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** However often it was tried before, since Glance answers again. */
    private static final Duration CONFIRMATION_DELAY = Duration.ofSeconds(2);

    private static final Duration MIN_RETRY = Duration.ofSeconds(1);
    private static final Duration MAX_RETRY = Duration.ofMinutes(1);
    private static final Duration RETENTION = Duration.ofDays(1);
    private static final int MAX_IMAGES = 20;
    private static final int MAX_FAILURE_LENGTH = 500;

    private static final String DUE = "select imageId from MemberChange where region = ?1 and doneAt is null"
            + " and lease.until <= ?2 group by imageId order by min(lease.until)";

    private final GlanceHomes homes;
    private final Clock clock;
    private final LeaseTerm leases;

    MemberChanges(GlanceHomes homes, Clock clock) {
        this.homes = homes;
        this.clock = clock;
        this.leases = new LeaseTerm(clock, LEASE);
    }

    /**
     * Writes the change down in the transaction that makes it.
     *
     * @throws RefusedException {@link Reason#REGION_OBSERVED} if its region is no longer set up for that
     */
    void onMembershipChanged(@Observes MembershipChanged changed) {
        Image image = changed.image();
        if (image.home() == ImageHome.MIRRORED) {
            if (!homes.mirrored().contains(image.region)) {
                throw new RefusedException(Reason.REGION_OBSERVED);
            }
            want(image, changed.member(), changed.status(), changed.isOffer(), changed.at());
        }
    }

    /** Has a member removed at Glance that was never one here. In the caller's transaction. */
    void remove(Image image, String member, Instant at) {
        want(image, member, null, false, at);
    }

    private static void want(Image image, String member, MembershipStatus status, boolean isOffer, Instant at) {
        MemberChange change = MemberChange.findById(new MemberChange.Key(image.region, image.id, member));
        boolean isFirst = change == null;
        if (isFirst) {
            change = MemberChange.create(image.region, image.id, member);
        }
        change.want(status, isOffer, at);
        if (isFirst) {
            change.persist();
        }
    }

    /** Images with changes that may be tried, longest waiting first. */
    @Transactional
    List<MemberBatch.Target> findDue() {
        return homes.mirrored().stream()
                .flatMap(region -> MemberChange.getEntityManager()
                        .createQuery(DUE, UUID.class)
                        .setParameter(1, region)
                        .setParameter(2, clock.instant())
                        .setMaxResults(MAX_IMAGES)
                        .getResultStream()
                        .map(image -> new MemberBatch.Target(region, image)))
                .toList();
    }

    /** Claims the changes of an image. Empty if a replica makes some already: Glance loses one of two at once. */
    @Transactional
    Optional<MemberBatch> claim(MemberBatch.Target target) {
        lockImage(target);
        Instant now = clock.instant();
        List<MemberChange> outstanding = MemberChange.<MemberChange>find(
                        "region = ?1 and imageId = ?2 and doneAt is null order by changedAt, member",
                        target.region(),
                        target.image())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        if (outstanding.stream()
                .anyMatch(each -> each.lease().isHeld() && !each.lease().isExpired(now))) {
            return Optional.empty();
        }
        UUID claim = UUID.randomUUID();
        List<MemberChange> due = outstanding.stream()
                .filter(each -> each.lease().isExpired(now))
                .limit(MemberBatch.MAX_SIZE)
                .toList();
        due.forEach(each -> leases.claim(each, claim));
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(new MemberBatch(
                        target, claim, due.stream().map(MemberChange::toWish).toList()));
    }

    /** Records what came of a batch, unless a change was made again meanwhile. */
    @Transactional
    void record(MemberBatch batch, Map<String, MemberOutcome> outcomes) {
        lockImage(batch.target());
        MemberChange.<MemberChange>find(
                        "region = ?1 and imageId = ?2 and doneAt is null",
                        batch.target().region(),
                        batch.target().image())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .filter(each -> each.isHeldBy(batch.claim()))
                .forEach(each -> record(each, outcome(batch, each, outcomes)));
    }

    private static MemberOutcome outcome(MemberBatch batch, MemberChange change, Map<String, MemberOutcome> outcomes) {
        return batch.wishes().contains(change.toWish())
                ? outcomes.getOrDefault(change.member, MemberOutcome.NOT_TRIED)
                : MemberOutcome.NOT_TRIED;
    }

    private void record(MemberChange change, MemberOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome.kind()) {
            case DONE -> change.finish(now);
            case DROPPED -> change.delete();
            case NOT_TRIED -> change.retry(null, now);
            case UNCONFIRMED -> change.retry(outcome.failure(), now.plus(CONFIRMATION_DELAY));
            case RETRY ->
                change.retry(
                        Text.abbreviate(MAX_FAILURE_LENGTH, outcome.failure()),
                        now.plus(delay(change.lease().attempts())));
        }
    }

    private static Duration delay(int attempts) {
        Duration longer = MIN_RETRY.multipliedBy(1L << Math.min(attempts, 6));
        return longer.compareTo(MAX_RETRY) < 0 ? longer : MAX_RETRY;
    }

    private static void lockImage(MemberBatch.Target target) {
        Image.find("region = ?1 and id = ?2", target.region(), target.image())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    @Transactional
    void deleteExpired() {
        MemberChange.delete("doneAt < ?1", clock.instant().minus(RETENTION));
    }
}
