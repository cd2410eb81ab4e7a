package dev.handshake.glance;

import dev.handshake.openstack.ServiceException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Receives the notifications of one region, and has one image after the other followed. A message is acknowledged once
 * its image was, so that another replica takes over what this one leaves. Lost connections are made anew.
 */
class RegionNotifications implements Runnable {

    private static final Logger LOG = Logger.getLogger(RegionNotifications.class);

    private static final int RECONNECT_SECONDS = 5;
    private static final long RETRY_DELAY = TimeUnit.SECONDS.toNanos(1);

    private final NotificationSource source;
    private final NotificationHandler handler;
    private final MeterRegistry meters;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile PendingReadings pending = new PendingReadings(RETRY_DELAY);
    private volatile boolean isConnected;
    private boolean isLost;

    /** A message that cannot be received comes again and again. */
    private boolean isBlocked;

    RegionNotifications(NotificationSource source, NotificationHandler handler, MeterRegistry meters) {
        this.source = source;
        this.handler = handler;
        this.meters = meters;
        Arrays.stream(NotificationOutcome.values()).forEach(this::counter);
        Gauge.builder("handshake.glance.notifications.connected", () -> isConnected ? 1 : 0)
                .description("1 while the Image service's notifications are received")
                .tag("region", source.region())
                .register(meters);
    }

    private Counter counter(NotificationOutcome outcome) {
        return Counter.builder("handshake.glance.notifications")
                .description("Notifications of the Image service")
                .tag("region", source.region())
                .tag("outcome", outcome.label())
                .register(meters);
    }

    @Override
    public void run() {
        try {
            while (!stopped.await(0, TimeUnit.SECONDS)) {
                if (handler.isReady(source.region())) {
                    connect();
                    stopped.await(RECONNECT_SECONDS, TimeUnit.SECONDS);
                } else {
                    stopped.await(1, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the connection is lost, or was never there. */
    private void connect() throws InterruptedException {
        try (NotificationQueue queue = NotificationQueue.open(source)) {
            PendingReadings readings = new PendingReadings(RETRY_DELAY);
            if (isBlocked) {
                queue.purge(); // the next sweep finds what is lost
            }
            try {
                queue.receive(receiver(queue, readings));
                onConnected(readings);
                followAll(queue, readings);
            } finally {
                isBlocked = queue.isClosedByLargeMessage();
            }
            onLost(queue.closeReason());
        } catch (IOException | TimeoutException | RuntimeException failed) {
            onLost(failed); // whatever it is, it is tried again
        } finally {
            isConnected = false;
        }
    }

    private NotificationQueue.Receiver receiver(NotificationQueue queue, PendingReadings readings) {
        return new NotificationQueue.Receiver() {
            @Override
            public void receive(long message, byte[] body) throws IOException {
                Optional<GlanceNotification> found = GlanceNotification.parse(body);
                if (found.isPresent() && found.get().isChange()) {
                    readings.add(found.get().image(), message);
                } else {
                    count(found.isPresent() ? NotificationOutcome.IGNORED : NotificationOutcome.INVALID, 1);
                    queue.acknowledge(message);
                }
            }

            @Override
            public void end() {
                readings.close();
            }
        };
    }

    private void onConnected(PendingReadings readings) {
        isConnected = true;
        isLost = false;
        LOG.infof("Notifications of Glance in %s are received", source.region());
        pending = readings;
        if (stopped.getCount() == 0) {
            readings.close();
        }
    }

    private void onLost(Throwable cause) {
        if (!isLost && stopped.getCount() > 0) {
            isLost = true;
            LOG.warnf("Notifications of Glance in %s are not received: %s", source.region(), reason(cause));
        }
    }

    /** The library wraps what the broker said in exceptions without a message. */
    private static String reason(Throwable cause) {
        return Stream.iterate(cause, each -> each != null, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .map(Throwable::toString)
                .orElse("the queue was deleted");
    }

    private void followAll(NotificationQueue queue, PendingReadings readings) throws IOException, InterruptedException {
        Optional<PendingReadings.Reading> next = readings.take();
        while (next.isPresent()) {
            PendingReadings.Reading reading = next.get();
            NotificationOutcome outcome = follow(reading);
            if (outcome == NotificationOutcome.FAILED && !reading.isLastAttempt()) {
                readings.retry(reading);
            } else {
                count(outcome, reading.messages().size());
                for (long message : reading.messages()) {
                    queue.acknowledge(message);
                }
            }
            next = readings.take();
        }
    }

    private NotificationOutcome follow(PendingReadings.Reading reading) {
        try {
            return handler.follow(source.region(), reading.image());
        } catch (RuntimeException failed) {
            boolean isKnown = failed instanceof ServiceException;
            LOG.logf(
                    isKnown || !reading.isLastAttempt() ? Logger.Level.DEBUG : Logger.Level.ERROR,
                    failed,
                    "Image %s of %s could not be followed",
                    reading.image(),
                    source.region());
            return NotificationOutcome.FAILED;
        }
    }

    private void count(NotificationOutcome outcome, int messages) {
        counter(outcome).increment(messages);
    }

    /** Ends {@link #run} soon. */
    void stop() {
        stopped.countDown();
        pending.close();
    }
}
