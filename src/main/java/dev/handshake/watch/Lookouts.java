package dev.handshake.watch;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A lookout for each neighbour, from the start on, in threads of their own: under load, when all others are busy, health is
 * known all the same; and a neighbour that never answers holds up one of them.
 */
@Startup
@ApplicationScoped
class Lookouts {

    private final List<Lookout> all;
    private final ScheduledExecutorService threads;

    Lookouts(
            @All List<Neighbour> neighbours,
            Clock clock,
            @ConfigProperty(name = "handshake.health.every") Duration every) {
        Duration longest = every.multipliedBy(3).plusSeconds(10);
        this.all = neighbours.stream()
                .map(each -> new Lookout(each, clock, longest))
                .toList();
        this.threads = Executors.newScheduledThreadPool(all.size(), Lookouts::thread);
        all.forEach(each -> threads.scheduleWithFixedDelay(each, 0, every.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lookout");
        thread.setDaemon(true);
        return thread;
    }

    List<Lookout> all() {
        return all;
    }

    @PreDestroy
    void end() {
        threads.shutdownNow();
    }
}
