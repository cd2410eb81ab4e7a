package dev.handshake.imagesync;

import dev.handshake.lease.WorkerPool;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Passes changes of members on to Glance, several images at once, but only one batch of each. */
@ApplicationScoped
class MemberChangeDispatcher {

    private static final Logger LOG = Logger.getLogger(MemberChangeDispatcher.class);

    private static final int MAX_CONCURRENT = 4;

    /** Longer than a call takes. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(15);

    private final boolean isEnabled;
    private final MemberChanges changes;
    private final MemberChangeRunner runner;
    private final ExecutorService threads;
    private final WorkerPool<MemberBatch.Target> pool = new WorkerPool<>(MAX_CONCURRENT);

    MemberChangeDispatcher(
            GlanceHomes homes, MemberChanges changes, MemberChangeRunner runner, ExecutorService threads) {
        this.isEnabled = !homes.mirrored().isEmpty();
        this.changes = changes;
        this.runner = runner;
        this.threads = threads;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dispatch() {
        if (isEnabled && pool.hasRoom()) {
            pool.runRound(() -> changes.findDue().stream()
                    .filter(each -> !pool.active().contains(each))
                    .forEach(this::start));
        }
    }

    private void start(MemberBatch.Target target) {
        pool.tryStart(target, () -> CompletableFuture.runAsync(() -> attempt(target), threads));
    }

    private void attempt(MemberBatch.Target target) {
        changes.claim(target).ifPresent(batch -> changes.record(batch, run(batch)));
    }

    /** Whatever goes wrong, each change has an outcome. */
    private Map<String, MemberOutcome> run(MemberBatch batch) {
        try {
            return runner.run(batch);
        } catch (RuntimeException unexpected) {
            LOG.errorf(
                    unexpected,
                    "Members of image %s could not be changed",
                    batch.target().image());
            MemberOutcome retry = MemberOutcome.retry("An unexpected error; see the log.");
            return batch.wishes().stream().collect(Collectors.toMap(MemberWish::member, each -> retry));
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteExpired() {
        if (isEnabled) {
            changes.deleteExpired();
        }
    }

    /** Waits for batches under way; no round starts afterwards. */
    void onShutdown(@Observes ShutdownEvent end) {
        pool.awaitTermination(SHUTDOWN_TIMEOUT);
    }
}
