package dev.handshake.provisioning;

import dev.handshake.lease.LeaseTerm;
import dev.handshake.lease.SkipLocked;
import dev.handshake.nova.ComputeRegions;
import dev.handshake.nova.NewServer;
import dev.handshake.server.PendingAction;
import dev.handshake.server.Server;
import dev.handshake.server.ServerTracker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is to be asked. Each method is a short transaction; none is open while waiting for the compute service. */
@ApplicationScoped
class ActionOutbox {

    private static final int MAX_TARGETS = 100;
    private static final Duration RETENTION = Duration.ofDays(30);

    /** An attempt looks for an earlier one, signs in again once, and asks for the state after a refusal. */
    private static final int CALLS = 4;

    private static final String DUE = "select new dev.handshake.provisioning.ActionTarget(a.region, a.id, a.account)"
            + " from ServerAction a where a.region = ?1 and a.status = PENDING and a.lease.until <= ?2 and not exists"
            + " (select 1 from ServerAction b where b.region = ?1 and b.serverId = a.serverId and b.status = PENDING"
            + " and b.createdAt < a.createdAt) order by a.lease.until";

    private final Clock clock;
    private final ProvisioningConfig config;
    private final ComputeRegions regions;
    private final ServerTracker tracker;
    private final LeaseTerm leases;

    ActionOutbox(Clock clock, ProvisioningConfig config, ComputeRegions regions, ServerTracker tracker) {
        this.clock = clock;
        this.config = config;
        this.regions = regions;
        this.tracker = tracker;
        this.leases = new LeaseTerm(clock, config.timeout().multipliedBy(CALLS).plus(config.leaseDuration()));
    }

    /** Actions that may be tried, longest waiting first. */
    @Transactional
    List<ActionTarget> findDue() {
        Instant now = clock.instant();
        return regions.all().stream()
                .flatMap(region -> ServerAction.getEntityManager()
                        .createQuery(DUE, ActionTarget.class)
                        .setParameter(1, region)
                        .setParameter(2, now)
                        .setMaxResults(MAX_TARGETS)
                        .getResultStream())
                .toList();
    }

    /** Claims the action. Empty if another replica was faster. */
    @Transactional
    Optional<ActionAttempt> claim(ActionTarget target) {
        Instant now = clock.instant();
        return SkipLocked.on(ServerAction.<ServerAction>find("region = ?1 and id = ?2", target.region(), target.id()))
                .firstResultOptional()
                .filter(action -> action.isPending() && action.lease().isExpired(now))
                .map(action -> claim(action, target));
    }

    private ActionAttempt claim(ServerAction action, ActionTarget target) {
        UUID claim = UUID.randomUUID();
        leases.claim(action, claim);
        Server server = Server.findById(new Server.Key(action.region, action.serverId));
        NewServer creation = action.type == PendingAction.CREATE
                ? new NewServer(
                        ActionAttempt.tag(server.id),
                        action.name,
                        server.source.image(),
                        action.flavor,
                        action.network,
                        action.userData)
                : null;
        return new ActionAttempt(
                claim,
                target,
                action.type,
                server.id,
                server.compute().id(),
                action.begin(),
                creation,
                action.name,
                action.imageId);
    }

    /** Records the outcome, unless another replica took the attempt for dead. */
    @Transactional
    void record(ActionAttempt attempt, ActionOutcome outcome) {
        Server server = Server.<Server>find(
                        "region = ?1 and id = ?2", attempt.target().region(), attempt.server())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
        List<ServerAction> locked = ServerAction.<ServerAction>find(
                        "region = ?1 and id = ?2",
                        attempt.target().region(),
                        attempt.target().id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        leases.ifHeld(locked, attempt.claim(), action -> record(action, server, outcome));
    }

    private void record(ServerAction action, Server server, ActionOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome.kind()) {
            case DONE -> {
                if (outcome.computeId() != null) {
                    tracker.assign(server, outcome.computeId());
                }
                action.imageId = outcome.imageId() == null ? action.imageId : outcome.imageId();
                end(action, server, ServerAction.Status.DONE, null);
            }
            case GONE -> {
                tracker.delete(server, action.type == PendingAction.DELETE ? action.createdBy : ServerSync.ELSEWHERE);
                end(action, server, ServerAction.Status.DONE, null);
            }
            case FAILED -> fail(action, server, outcome.sentence());
            case RETRY_NOW -> action.retry(outcome.mayBeDone(), now, Duration.ZERO);
            case RETRY -> {
                if (action.isOverdue(now)) {
                    fail(
                            action,
                            server,
                            "The compute service did not respond. It was asked since "
                                    + dev.handshake.web.Formats.iso(action.createdAt) + ".");
                } else {
                    action.retry(outcome.mayBeDone(), now, config.retryDelay());
                }
            }
        }
    }

    private void fail(ServerAction action, Server server, String sentence) {
        if (action.type == PendingAction.CREATE && !server.isDeleted()) {
            tracker.fail(server, sentence, ServerSync.ELSEWHERE);
        }
        end(action, server, ServerAction.Status.FAILED, sentence);
    }

    private void end(ServerAction action, Server server, ServerAction.Status status, String sentence) {
        action.end(status, sentence, clock.instant());
        tracker.end(server, action.type);
    }

    /** Deletes actions that ended long ago. */
    @Transactional
    void deleteExpired() {
        ServerAction.delete("endedAt < ?1", clock.instant().minus(RETENTION));
    }
}
