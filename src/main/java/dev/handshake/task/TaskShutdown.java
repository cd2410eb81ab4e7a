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
 * How this replica's part in the tasks ends. Asked to stop, it gives back at once what others can go on with. Whatever
 * a client waits for may go on for most of the time that requests are given to end, and is refused then, while there
 * still is somebody to say so.
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
            @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0S") Duration delay,
            @ConfigProperty(name = "quarkus.shutdown.timeout", defaultValue = "0S") Duration timeout) {
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
