package dev.handshake.imagesync;

import dev.handshake.glance.GlanceNotifications;
import dev.handshake.glance.NotificationHandler;
import dev.handshake.glance.NotificationOutcome;
import dev.handshake.imagesync.ImageReader.Calls;
import dev.handshake.imagesync.ImageReader.ImageReading;
import dev.handshake.openstack.ResponseTooLargeException;
import dev.handshake.openstack.ServiceException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the images that Glance's notifications are about, between two sweeps. What a notification says is not believed,
 * and one that is lost is made good by the next sweep.
 */
@ApplicationScoped
class NotifiedImages implements NotificationHandler {

    private record PacedCalls(CallRate rate) implements Calls {
        @Override
        public void await() {
            rate.await();
        }

        @Override
        public boolean canSkip(ServiceException failed) {
            return failed instanceof ResponseTooLargeException;
        }
    }

    private final SweepConfig config;
    private final SweepStatus sweeps;
    private final GlanceHomes homes;
    private final GlanceNotifications notifications;
    private final ImageReader reader;
    private final ImageCopies copies;
    private final Map<String, Calls> calls = new ConcurrentHashMap<>();

    NotifiedImages(
            SweepConfig config,
            SweepStatus sweeps,
            GlanceHomes homes,
            GlanceNotifications notifications,
            ImageReader reader,
            ImageCopies copies) {
        this.config = config;
        this.sweeps = sweeps;
        this.homes = homes;
        this.notifications = notifications;
        this.reader = reader;
        this.copies = copies;
    }

    void onStart(@Observes StartupEvent start) {
        notifications.start(this);
    }

    void onShutdown(@Observes ShutdownEvent end) {
        notifications.stop();
    }

    /** What the first sweep finds is not news; until then, whether it is cannot be told. */
    @Override
    public boolean isReady(String region) {
        return sweeps.isComplete(region);
    }

    @Override
    public NotificationOutcome follow(String region, UUID id) {
        Calls paced = calls.computeIfAbsent(region, key -> new PacedCalls(new CallRate(config.maxCallsPerSecond())));
        ImageReading reading = reader.read(region, id, paced);
        CopiedPage known = copies.load(region, List.of(id));
        if (known.others().contains(id)) {
            return NotificationOutcome.SKIPPED; // the sweep says so in the log
        }
        return reading.image().isPresent()
                ? copy(region, reading, known)
                : delete(region, id, reading, known.images().containsKey(id), paced);
    }

    private NotificationOutcome copy(String region, ImageReading reading, CopiedPage known) {
        if (reading.members().isEmpty()) {
            return NotificationOutcome.SKIPPED;
        }
        if (known.hasCopy(reading.image().get(), reading.members().get(), homes.home(region), reading.readAt())) {
            return NotificationOutcome.UNCHANGED;
        }
        copies.copy(region, reading.image().get(), reading.members().get(), reading.readAt(), true);
        return NotificationOutcome.COPIED;
    }

    /** Glance hides images from a portal without its role as if they were deleted. */
    private NotificationOutcome delete(String region, UUID id, ImageReading reading, boolean isKnown, Calls paced) {
        if (!isKnown) {
            return NotificationOutcome.UNCHANGED;
        }
        if (!reader.isAdministrator(region, copies.listOthersThan(region, id, reader.ownProject()), paced)) {
            return NotificationOutcome.SKIPPED;
        }
        copies.delete(region, id, reading.readAt());
        return NotificationOutcome.COPIED;
    }
}
