package dev.handshake.imagesync;

import dev.handshake.glance.GlanceRegions;
import dev.handshake.lease.LeaseTerm;
import dev.handshake.lease.SkipLocked;
import dev.handshake.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Which region's sweep is continued when, and by whom. Each method is a short transaction. */
@ApplicationScoped
class Sweeps {

    /** Longer than a call takes; a replica renews its lease after each one. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration MAX_RETRY = Duration.ofSeconds(10);
    private static final int MAX_FAILURE_LENGTH = 500;

    private static final String INSERT =
            "insert into image_sweep (region, hidden, tries, due_at) values (:region, false, 0, :now) on conflict do nothing";

    private final Clock clock;
    private final SweepConfig config;
    private final GlanceRegions regions;
    private final LeaseTerm leases;

    Sweeps(Clock clock, SweepConfig config, GlanceRegions regions) {
        this.clock = clock;
        this.config = config;
        this.regions = regions;
        this.leases = new LeaseTerm(clock, LEASE);
    }

    /** The sweeps of all regions with Glance. */
    @Transactional
    List<ImageSweep> createMissingAndList() {
        List<ImageSweep> known = ImageSweep.list("region in ?1", regions.all());
        if (known.size() < regions.all().size()) {
            regions.all().forEach(this::insertIfMissing);
        }
        return known;
    }

    /** @return how many changes the region's Image service has still to make, at most 1,000 */
    @Transactional
    long countWaitingChanges(String region) {
        return ImageServiceReport.countOutstanding(region);
    }

    private void insertIfMissing(String region) {
        ImageSweep.getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("region", region)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Claims the next page of each region that is due. */
    @Transactional
    List<SweepPage> claimDue() {
        Instant now = clock.instant();
        return SkipLocked.on(ImageSweep.<ImageSweep>find("region in ?1 and lease.until <= ?2", regions.all(), now))
                .list()
                .stream()
                .map(each -> claim(each, now))
                .toList();
    }

    private SweepPage claim(ImageSweep sweep, Instant now) {
        UUID claim = UUID.randomUUID();
        leases.claim(sweep, claim);
        return sweep.next(claim, now);
    }

    /** @return whether this replica still reads the page */
    @Transactional
    boolean renew(SweepPage page) {
        return update(page, leases::renew);
    }

    @Transactional
    void advance(SweepPage page, SweepPage.Copied copied) {
        update(page, held -> held.advance(copied.next(), copied.last(), clock.instant(), config.sweepInterval()));
    }

    @Transactional
    void fail(SweepPage page, String why) {
        Instant now = clock.instant();
        Duration retry = config.sweepInterval().compareTo(MAX_RETRY) < 0 ? config.sweepInterval() : MAX_RETRY;
        update(page, held -> held.fail(Text.abbreviate(MAX_FAILURE_LENGTH, why), now, now.plus(retry)));
    }

    @Transactional
    void rewind(SweepPage page) {
        update(page, held -> held.rewind(clock.instant()));
    }

    private boolean update(SweepPage page, Consumer<ImageSweep> change) {
        Optional<ImageSweep> found = ImageSweep.<ImageSweep>find("region = ?1", page.region())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
        return leases.ifHeld(found.stream().toList(), page.claim(), change);
    }
}
