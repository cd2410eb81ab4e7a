package dev.handshake.webhook;

import dev.handshake.lease.WorkerPool;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * Sends this replica's share of the deliveries, in rounds: to several webhooks at once, but to half as many of one
 * account, so that slow receivers of one account delay nobody else's.
 */
@ApplicationScoped
class WebhookDispatcher {

    /** How long a webhook whose receiver accepts everything keeps its place. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private final WebhookConfig config;
    private final WebhookOutbox outbox;
    private final WebhookSender sender;
    private final ExecutorService threads;
    private final Event<WebhookAttempted> attempts;
    private final WorkerPool<WebhookTarget> pool;
    private volatile boolean stopping;

    WebhookDispatcher(
            WebhookConfig config,
            WebhookOutbox outbox,
            WebhookSender sender,
            ExecutorService threads,
            Event<WebhookAttempted> attempts) {
        this.config = config;
        this.outbox = outbox;
        this.sender = sender;
        this.threads = threads;
        this.attempts = attempts;
        this.pool = new WorkerPool<>(config.maxConcurrent());
    }

    @Scheduled(every = "{handshake.webhooks.poll-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dispatch() {
        if (config.isEnabled()) {
            pool.runRound(() -> {
                while (pool.hasRoom() && outbox.createDeliveries()) {}
                outbox.findDue().stream().filter(this::isFairShare).forEach(this::start);
            });
        }
    }

    private boolean isFairShare(WebhookTarget target) {
        long own = pool.active().stream()
                .filter(each -> each.account().equals(target.account()))
                .count();
        return !pool.active().contains(target) && own < Math.max(1, config.maxConcurrent() / 2);
    }

    private void start(WebhookTarget target) {
        pool.tryStart(target, () -> CompletableFuture.runAsync(() -> deliver(target), threads));
    }

    /** Sends until one fails, so that a backlog is soon gone. */
    private void deliver(WebhookTarget target) {
        long start = System.nanoTime();
        boolean goesOn = true;
        while (goesOn) {
            Optional<WebhookAttempt> attempt = outbox.claim(target);
            goesOn = attempt.isPresent() && deliver(attempt.get()) && System.nanoTime() - start < TURN.toNanos();
        }
    }

    private boolean deliver(WebhookAttempt attempt) {
        WebhookOutcome outcome = sender.send(attempt);
        outbox.record(attempt, outcome);
        attempts.fire(new WebhookAttempted(outcome.isDelivered()));
        return outcome.isDelivered() && !stopping;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteExpired() {
        outbox.deleteExpired();
    }

    /** Waits for attempts under way; no round starts afterwards. */
    void onShutdown(@Observes ShutdownEvent end) {
        stopping = true;
        pool.awaitTermination(config.timeout());
    }
}
