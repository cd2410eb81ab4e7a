package dev.handshake.task;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shuts down the tasks of this replica. When shutdown begins, it releases background tasks at once for other replicas.
 * Inline tasks may continue for three quarters of the shutdown timeout and are then aborted, while the response can
 * still be sent.
 */
@ApplicationScoped
class TaskShutdown {

    private static final Duration TERMINATION_TIMEOUT = Duration.ofSeconds(10);

    private final TaskExecutor executor;
    private final InlineTaskRunner inline;
    private final Duration inlineGracePeriod;

    TaskShutdown(
            TaskExecutor executor,
            InlineTaskRunner inline,
            @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0s") Duration delay,
            @ConfigProperty(name = "quarkus.shutdown.timeout", defaultValue = "0s") Duration timeout) {
        this.executor = executor;
        this.inline = inline;
        this.inlineGracePeriod = delay.plus(timeout.multipliedBy(3).dividedBy(4));
    }

    void onShutdownInitiated(@Observes ShutdownDelayInitiatedEvent asked) {
        executor.releaseAll();
        CompletableFuture.delayedExecutor(inlineGracePeriod.toMillis(), TimeUnit.MILLISECONDS)
                .execute(inline::abortAll);
    }

    void onShutdown(@Observes ShutdownEvent end) {
        executor.releaseAll();
        inline.abortAll();
        executor.awaitTermination(TERMINATION_TIMEOUT);
    }
}
