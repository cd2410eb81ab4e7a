package dev.handshake.imagesync;

import dev.handshake.glance.GlanceRegions;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.lease.WorkerPool;
import dev.handshake.openstack.ServiceException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Continues the sweeps of regions with Glance, each on one replica at a time. */
@ApplicationScoped
class SweepRunner {

    private static final Logger LOG = Logger.getLogger(SweepRunner.class);

    /** Longer than a call takes. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(15);

    private final SweepConfig config;
    private final boolean isEnabled;
    private final List<String> mirrored;
    private final Sweeps sweeps;
    private final PageReader reader;
    private final SweepStatus status;
    private final ExecutorService threads;
    private final WorkerPool<SweepPage> pool;

    SweepRunner(
            SweepConfig config,
            GlanceRegions regions,
            GlanceHomes homes,
            Sweeps sweeps,
            PageReader reader,
            SweepStatus status,
            ExecutorService threads) {
        this.config = config;
        this.isEnabled = !regions.all().isEmpty();
        this.mirrored = homes.mirrored();
        this.sweeps = sweeps;
        this.reader = reader;
        this.status = status;
        this.threads = threads;
        this.pool = new WorkerPool<>(Math.max(1, regions.all().size()));
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (isEnabled) {
            pool.runRound(() -> {
                status.update(sweeps.createMissingAndList());
                mirrored.forEach(each -> status.updateWaitingChanges(each, sweeps.countWaitingChanges(each)));
                startDue();
            });
        }
    }

    private void startDue() {
        if (pool.hasRoom()) {
            sweeps.claimDue().forEach(this::start);
        }
    }

    /** The next page follows at once. */
    private void start(SweepPage page) {
        pool.tryStart(page, () -> CompletableFuture.runAsync(() -> read(page), threads))
                .ifPresent(ended -> ended.whenComplete((done, failure) -> pool.runRound(this::startDue)));
    }

    private void read(SweepPage page) {
        try {
            sweeps.advance(
                    page, reader.read(page, new PageCalls(config.maxCallsPerSecond(), () -> sweeps.renew(page))));
        } catch (PageCalls.LostException lost) {
            LOG.infof("Another replica reads the images of %s", page.region());
        } catch (ServiceException refused) {
            recover(page, refused);
        } catch (UnknownProjectException noRole) {
            sweeps.fail(page, "Keystone knows no role of the portal's user in handshake.keystone.user.project.");
        } catch (RuntimeException unexpected) {
            LOG.errorf(unexpected, "A page of the images of %s could not be read", page.region());
            sweeps.fail(page, "An unexpected error; see the log.");
        }
    }

    /** A marker whose image is gone is not found: the list begins again. */
    private void recover(SweepPage page, ServiceException failed) {
        if (failed.isRefused() && failed.status() == 400 && page.marker() != null) {
            sweeps.rewind(page);
        } else {
            LOG.warnf("The images of %s cannot be read: %s", page.region(), failed.getMessage());
            sweeps.fail(page, failed.getMessage());
        }
    }

    /** Waits for pages under way; no round starts afterwards. */
    void onShutdown(@Observes ShutdownEvent end) {
        pool.awaitTermination(SHUTDOWN_TIMEOUT);
    }
}
