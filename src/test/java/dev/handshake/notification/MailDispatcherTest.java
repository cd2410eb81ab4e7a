package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.TestConfig;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Shutdown of the dispatcher, after which the database is closed. */
class MailDispatcherTest {

    private final AtomicInteger rounds = new AtomicInteger();
    private final NotificationMailConfig mail =
            TestConfig.read(NotificationMailConfig.class, "notifications.mail.enabled", "true");
    private final Outbox outbox = new Outbox(Clock.systemUTC(), mail) {
        @Override
        void createDeliveries() {
            rounds.incrementAndGet();
        }

        @Override
        void markOutcomeUnknown() {}

        @Override
        List<UUID> findDueSubscriptions() {
            return List.of();
        }
    };

    @Test
    void no_round_begins_once_this_replica_stops() throws Exception {
        MailDispatcher mailDispatcher = new MailDispatcher(mail, outbox, null, null, null);
        mailDispatcher.dispatch();
        mailDispatcher.onShutdown(new ShutdownEvent());
        Thread scheduler = new Thread(mailDispatcher::dispatch);
        scheduler.start();
        scheduler.join();
        assertEquals(1, rounds.get());
    }
}
