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
class Departure {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Crew crew;
    private final Duration rest;

    Departure(
            Crew crew,
            @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0S") Duration delay,
            @ConfigProperty(name = "quarkus.shutdown.timeout", defaultValue = "0S") Duration timeout) {
        this.crew = crew;
        this.rest = delay.plus(timeout.multipliedBy(3).dividedBy(4));
    }

    void prepare(@Observes ShutdownDelayInitiatedEvent asked) {
        crew.giveBack();
        CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS)
                .execute(crew::breakOff);
    }

    void leave(@Observes ShutdownEvent end) {
        crew.giveBack();
        crew.breakOff();
        crew.awaitEnd(PATIENCE);
    }
}
