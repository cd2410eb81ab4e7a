package dev.handshake.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A replica that stops closes its database soon after. */
class PostmanTest {

    private final AtomicInteger rounds = new AtomicInteger();
    private final Outbox outbox = new Outbox(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofDays(1)) {
        @Override
        void address() {
            rounds.incrementAndGet();
        }

        @Override
        void doubt() {}

        @Override
        List<UUID> due() {
            return List.of();
        }
    };
    private final MailSwitch mail = new MailSwitch(false, Optional.empty(), null) {
        @Override
        public boolean isOn() {
            return true;
        }
    };

    @Test
    void no_round_begins_once_this_replica_stops() throws Exception {
        Postman postman = new Postman(mail, outbox, null, null, null);
        postman.goRound();
        postman.rest(new ShutdownEvent());
        Thread scheduler = new Thread(postman::goRound);
        scheduler.start();
        scheduler.join();
        assertEquals(1, rounds.get());
    }
}
