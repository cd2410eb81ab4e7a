package dev.handshake.provisioning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.handshake.account.Actor;
import dev.handshake.lease.LeaseTerm;
import dev.handshake.lease.SkipLocked;
import dev.handshake.nova.ComputeRegions;
import dev.handshake.server.Server;
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

/** Which accounts' servers are followed, and who asks about them when. Each method is a short transaction. */
@ApplicationScoped
public class ComputeAccounts {

    private static final Duration CLOSELY = Duration.ofSeconds(2);
    private static final Duration MAX_INTERVAL = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(10);

    /** An account without servers is forgotten after this time; until then, nothing is written at a further request. */
    private static final Duration FORGET_AFTER = Duration.ofHours(2);

    private static final String CHANGING = "region = ?1 and account = ?2 and state <> DELETED and"
            + " (compute.pending is not null or compute.task is not null or compute.phase = BUILDING)";

    private final Clock clock;
    private final ProvisioningConfig config;
    private final ComputeRegions regions;
    private final LeaseTerm leases;
    private final Cache<ComputeAccount.Key, Boolean> watched = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(FORGET_AFTER.dividedBy(2))
            .build();

    ComputeAccounts(Clock clock, ProvisioningConfig config, ComputeRegions regions) {
        this.clock = clock;
        this.config = config;
        this.regions = regions;
        this.leases = new LeaseTerm(clock, config.timeout().multipliedBy(2).plus(config.leaseDuration()));
    }

    /** Follows the account's servers from now on, if the region has a compute service. */
    @Transactional
    public void watch(Actor actor) {
        ComputeAccount.Key key = new ComputeAccount.Key(actor.region(), actor.account());
        if (regions.contains(actor.region()) && watched.getIfPresent(key) == null) {
            insertIfMissing(key);
            watched.put(key, true);
        }
    }

    private void insertIfMissing(ComputeAccount.Key key) {
        ComputeAccount.getEntityManager()
                .createNativeQuery("insert into compute_account (region, account, changed_at, tries, due_at)"
                        + " values (:region, :account, :now, 0, :now) on conflict do nothing")
                .setParameter("region", key.region())
                .setParameter("account", key.account())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Asks about the account soon, since something changes there. */
    @Transactional
    public void watchClosely(String region, String account) {
        Instant now = clock.instant();
        update(region, account, found -> {
            found.touch(now);
            found.hurry(now.plus(CLOSELY));
        });
    }

    /** Since when the compute service has not answered for the account; null if it did, or was not asked. */
    public Instant failingSince(Actor actor) {
        ComputeAccount found = ComputeAccount.findById(new ComputeAccount.Key(actor.region(), actor.account()));
        return found == null ? null : found.failingSince();
    }

    /** Claims accounts that are due, longest waiting first. */
    @Transactional
    List<ServerPoll> claimDue(int most) {
        Instant now = clock.instant();
        return regions.all().stream()
                .flatMap(region -> SkipLocked.on(ComputeAccount.<ComputeAccount>find(
                                        "region = ?1 and lease.until <= ?2 order by lease.until", region, now)
                                .page(0, most))
                        .list()
                        .stream())
                .limit(most)
                .map(each -> claim(each, now))
                .toList();
    }

    private ServerPoll claim(ComputeAccount account, Instant now) {
        UUID claim = UUID.randomUUID();
        leases.claim(account, claim);
        return account.nextPage(claim, now);
    }

    /**
     * A page was read and its servers recorded.
     *
     * @return when the list of all began whose last page it was; empty for any other
     */
    @Transactional
    Optional<Instant> advance(ServerPoll poll, Instant latest, UUID next, boolean hasChanged) {
        Instant now = clock.instant();
        boolean isChanging = Server.count(CHANGING, poll.region(), poll.account()) > 0;
        Instant[] listed = new Instant[1];
        update(
                poll.region(),
                poll.account(),
                found -> leases.ifHeld(List.of(found), poll.claim(), held -> {
                    held.advance(latest, next, now);
                    if (hasChanged) {
                        held.touch(now);
                    }
                    listed[0] = held.listedSince(poll);
                    held.askAgain(next != null ? now : now.plus(interval(held, isChanging, now)));
                    if (next == null && held.isIdle(now) && isForgettable(poll)) {
                        held.delete();
                    }
                }));
        return Optional.ofNullable(listed[0]);
    }

    private boolean isForgettable(ServerPoll poll) {
        return watched.getIfPresent(new ComputeAccount.Key(poll.region(), poll.account())) == null
                && Server.count(
                                "region = ?1 and account = ?2 and state <> DELETED and compute.id is not null",
                                poll.region(),
                                poll.account())
                        == 0;
    }

    private Duration interval(ComputeAccount account, boolean isChanging, Instant now) {
        if (isChanging) {
            return CLOSELY;
        }
        Duration longer = config.pollInterval().multipliedBy(2);
        Duration idle = longer.compareTo(MAX_INTERVAL) < 0 ? longer : MAX_INTERVAL;
        return account.isIdle(now) && idle.compareTo(config.pollInterval()) > 0 ? idle : config.pollInterval();
    }

    @Transactional
    void fail(ServerPoll poll) {
        Instant now = clock.instant();
        update(
                poll.region(),
                poll.account(),
                found -> leases.ifHeld(List.of(found), poll.claim(), held -> held.fail(now, RETRY)));
    }

    private static void update(String region, String account, Consumer<ComputeAccount> change) {
        ComputeAccount.<ComputeAccount>find("region = ?1 and account = ?2", region, account)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .ifPresent(change);
    }

    /** How long the account that waits longest has been due, over all regions. */
    @Transactional
    Duration lag() {
        Instant now = clock.instant();
        return regions.all().stream()
                .flatMap(region -> ComputeAccount.<ComputeAccount>find(
                        "region = ?1 and lease.until <= ?2 order by lease.until", region, now)
                        .page(0, 1)
                        .list()
                        .stream())
                .map(each -> each.lease().waitingSince(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
