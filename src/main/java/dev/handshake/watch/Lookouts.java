package dev.handshake.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
 * A lookout for each neighbour, from the start on, in threads of their own: under load, when all others are busy,
 * health is known all the same; and a neighbour that never answers holds up one of them.
 */
@Startup
@ApplicationScoped
class Lookouts {

    private final List<Lookout> all;
    private final ScheduledExecutorService threads;

    Lookouts(
            @All List<Neighbour> neighbours,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "handshake.health.every") Duration every) {
        Duration longest = every.multipliedBy(3).plusSeconds(10);
        this.all = neighbours.stream()
                .map(each -> new Lookout(each, clock, longest))
                .toList();
        all.forEach(each -> meter(each, meters));
        this.threads = Executors.newScheduledThreadPool(all.size(), Lookouts::thread);
        all.forEach(each -> threads.scheduleWithFixedDelay(each, 0, every.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void meter(Lookout lookout, MeterRegistry meters) {
        Gauge.builder("handshake.neighbour.there", lookout, each -> each.isThere() ? 1 : 0)
                .description("1 while it answers")
                .tag("neighbour", lookout.neighbour.name())
                .register(meters);
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
