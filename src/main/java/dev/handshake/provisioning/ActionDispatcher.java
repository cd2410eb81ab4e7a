package dev.handshake.provisioning;

import dev.handshake.lease.WorkerPool;
import dev.handshake.nova.ComputeRegions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/**
 * Passes on this replica's share of what was asked for, several at once, but only half as many of one account, so that
 * one account's requests delay nobody else's.
 */
@ApplicationScoped
class ActionDispatcher {

    private static final Logger LOG = Logger.getLogger(ActionDispatcher.class);

    private final ProvisioningConfig config;
    private final boolean isEnabled;
    private final ActionOutbox outbox;
    private final ActionRunner runner;
    private final ComputeAccounts accounts;
    private final ExecutorService threads;
    private final WorkerPool<ActionTarget> pool;
    private final int places;

    ActionDispatcher(
            ProvisioningConfig config,
            ComputeRegions regions,
            ActionOutbox outbox,
            ActionRunner runner,
            ComputeAccounts accounts,
            ExecutorService threads) {
        this.config = config;
        this.isEnabled = !regions.all().isEmpty();
        this.outbox = outbox;
        this.runner = runner;
        this.accounts = accounts;
        this.threads = threads;
        this.places = Math.max(1, config.maxConcurrent() / 2);
        this.pool = new WorkerPool<>(places);
    }

    @Scheduled(every = "{handshake.compute.action-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dispatch() {
        if (isEnabled) {
            pool.runRound(
                    () -> outbox.findDue().stream().filter(this::isFairShare).forEach(this::start));
        }
    }

    private boolean isFairShare(ActionTarget target) {
        long own = pool.active().stream()
                .filter(each -> each.account().equals(target.account()))
                .count();
        return !pool.active().contains(target) && own < Math.max(1, places / 2);
    }

    private void start(ActionTarget target) {
        pool.tryStart(target, () -> CompletableFuture.runAsync(() -> attempt(target), threads));
    }

    private void attempt(ActionTarget target) {
        outbox.claim(target).ifPresent(attempt -> {
            ActionOutcome outcome = run(attempt);
            outbox.record(attempt, outcome);
            accounts.watchClosely(target.region(), target.account());
        });
    }

    /** Whatever goes wrong, the attempt has an outcome. */
    private ActionOutcome run(ActionAttempt attempt) {
        try {
            return runner.run(attempt);
        } catch (RuntimeException unexpected) {
            LOG.errorf(
                    unexpected, "Action %s could not be tried", attempt.target().id());
            return ActionOutcome.retry(true);
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteExpired() {
        if (isEnabled) {
            outbox.deleteExpired();
        }
    }

    /** Waits for attempts under way; no round starts afterwards. */
    void onShutdown(@Observes ShutdownEvent end) {
        pool.awaitTermination(config.timeout());
    }
}
