package dev.handshake.glance;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Glance's notifications over RabbitMQ, for the regions that have
 * {@code handshake.region.NAME.glance.notifications.url}. Each has a thread of its own, so that one whose Glance does
 * not answer holds up no other.
 */
@Startup
@ApplicationScoped
public class GlanceNotifications {

    private static final Logger LOG = Logger.getLogger(GlanceNotifications.class);

    /** Longer than a call to Glance takes. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(15);

    private final List<NotificationSource> sources;
    private final MeterRegistry meters;
    private final List<RegionNotifications> regions = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    GlanceNotifications(GlanceRegions regions, MeterRegistry meters) {
        this.sources = regions.all().stream()
                .filter(each -> regions.notifications(each).url().isPresent())
                .map(each -> NotificationSource.of(each, regions.notifications(each)))
                .toList();
        this.meters = meters;
    }

    /** Called once. */
    public void start(NotificationHandler handler) {
        for (NotificationSource each : sources) {
            RegionNotifications region = new RegionNotifications(each, handler, meters);
            Thread thread = new Thread(region, "glance-notifications-" + each.region());
            thread.setDaemon(true);
            regions.add(region);
            threads.add(thread);
            thread.start();
        }
    }

    /** Waits for the images that are being followed. */
    public void stop() {
        regions.forEach(RegionNotifications::stop);
        for (Thread each : threads) {
            try {
                each.join(SHUTDOWN_TIMEOUT.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                LOG.warnf("%s was not waited for", each.getName());
            }
        }
    }
}
