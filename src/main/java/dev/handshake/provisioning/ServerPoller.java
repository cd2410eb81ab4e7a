package dev.handshake.provisioning;

import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.lease.WorkerPool;
import dev.handshake.nova.ComputeCaller;
import dev.handshake.nova.ComputeRegions;
import dev.handshake.nova.Nova;
import dev.handshake.nova.NovaServer;
import dev.handshake.nova.ServerPage;
import dev.handshake.openstack.ServiceException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/**
 * Asks the compute services what changed, one account and page at a time: as often as configured, soon again while
 * something is being done there, and half as often for accounts without changes. A list of all from time to time finds
 * what no change told.
 */
@ApplicationScoped
public class ServerPoller {

    private static final Logger LOG = Logger.getLogger(ServerPoller.class);

    /** Servers asked about one by one, since a list did not have them. */
    private static final int MAX_MISSING = 20;

    private final ProvisioningConfig config;
    private final boolean isEnabled;
    private final ComputeAccounts accounts;
    private final ServerSync sync;
    private final Nova nova;
    private final Clock clock;
    private final ExecutorService threads;
    private final WorkerPool<ServerPoll> pool;
    private volatile double lag;

    ServerPoller(
            ProvisioningConfig config,
            ComputeRegions regions,
            ComputeAccounts accounts,
            ServerSync sync,
            Nova nova,
            Clock clock,
            ExecutorService threads,
            MeterRegistry meters) {
        this.config = config;
        this.isEnabled = !regions.all().isEmpty();
        this.accounts = accounts;
        this.sync = sync;
        this.nova = nova;
        this.clock = clock;
        this.threads = threads;
        this.pool = new WorkerPool<>(Math.max(1, config.maxConcurrent() / 4));
        if (isEnabled) {
            Gauge.builder("handshake.compute.lag", () -> lag)
                    .description("How long the account that waits longest should have been asked about")
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        if (isEnabled && pool.hasRoom()) {
            pool.runRound(() -> {
                lag = accounts.lag().toMillis() / 1_000.0;
                int free = Math.min(
                        config.maxPollsPerSecond(),
                        Math.max(1, config.maxConcurrent() / 4) - pool.active().size());
                accounts.claimDue(free).forEach(this::start);
            });
        }
    }

    private void start(ServerPoll poll) {
        pool.tryStart(poll, () -> CompletableFuture.runAsync(() -> ask(poll), threads));
    }

    private void ask(ServerPoll poll) {
        try {
            ComputeCaller caller = ComputeCaller.portal(poll.region(), poll.account());
            Instant asked = clock.instant();
            ServerPage page = nova.listServers(caller, poll.since(), poll.marker());
            boolean changed = sync.follow(poll.region(), poll.account(), page.servers(), asked);
            Instant latest = page.servers().stream()
                    .map(NovaServer::updated)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            accounts.advance(poll, latest, page.next(), changed).ifPresent(listed -> findMissing(caller, poll, listed));
        } catch (ServiceException away) {
            recover(poll, away);
        } catch (UnknownProjectException unknown) {
            accounts.fail(poll);
        } catch (RuntimeException unexpected) {
            LOG.errorf(unexpected, "Servers of account %s in %s could not be followed", poll.account(), poll.region());
            accounts.fail(poll);
        }
    }

    /** A marker whose server is gone is refused: the list begins again. */
    private void recover(ServerPoll poll, ServiceException failed) {
        if (failed.isRefused() && poll.marker() != null) {
            accounts.advance(poll, null, null, false);
        } else {
            accounts.fail(poll);
        }
    }

    private void findMissing(ComputeCaller caller, ServerPoll poll, Instant listed) {
        for (UUID each : sync.listMissing(poll, listed, MAX_MISSING)) {
            try {
                sync.follow(poll.region(), poll.account(), List.of(nova.getServer(caller, each)), clock.instant());
            } catch (ServiceException gone) {
                if (!gone.isNotFound()) {
                    throw gone;
                }
                sync.delete(poll, each);
            }
        }
    }

    /** Waits for calls under way; no round starts afterwards. */
    void onShutdown(@Observes ShutdownEvent end) {
        pool.awaitTermination(config.timeout());
    }
}
