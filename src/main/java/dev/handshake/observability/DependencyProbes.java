package dev.handshake.observability;

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

/**
 * Runs a probe for each dependency from startup, on dedicated threads: health stays known under load, when all other
 * threads are busy, and a dependency that never responds blocks only its own probe.
 */
@Startup
@ApplicationScoped
class DependencyProbes {

    private final List<DependencyProbe> all;
    private final ScheduledExecutorService threads;

    DependencyProbes(@All List<Dependency> dependencies, Clock clock, MeterRegistry meters, HealthConfig config) {
        Duration every = config.checkInterval();
        Duration longest = every.multipliedBy(3).plusSeconds(10);
        this.all = dependencies.stream()
                .map(each -> new DependencyProbe(each, clock, longest))
                .toList();
        all.forEach(each -> registerGauge(each, meters));
        this.threads = Executors.newScheduledThreadPool(all.size(), DependencyProbes::thread);
        all.forEach(each -> threads.scheduleWithFixedDelay(each, 0, every.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void registerGauge(DependencyProbe dependencyProbe, MeterRegistry meters) {
        Gauge.builder("handshake.dependency.up", dependencyProbe, each -> each.isUp() ? 1 : 0)
                .description("1 while it answers")
                .tag("dependency", dependencyProbe.dependency.name())
                .register(meters);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "dependency-probe");
        thread.setDaemon(true);
        return thread;
    }

    List<DependencyProbe> all() {
        return all;
    }

    @PreDestroy
    void shutDown() {
        threads.shutdownNow();
    }
}
