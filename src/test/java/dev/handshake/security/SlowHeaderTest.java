package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Connections with incomplete headers are closed, after 6 seconds in tests. */
@PortalTest
class SlowHeaderTest {

    private static final int MANY = 60;
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final String BEGINNING = "GET /signed-out HTTP/1.1\r\nHost: portal.example\r\nX-Slow: ";

    private final Cast cast = new Cast();

    @Test
    void slow_headers_are_cut_off_while_others_are_served() throws Exception {
        List<Future<Duration>> slow = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            for (int each = 0; each < MANY; each++) {
                String drop = each % 3 == 0 ? "" : "x";
                slow.add(threads.submit(timeUntilClosed(drop)));
            }
            Instant begun = Instant.now();
            while (Duration.between(begun, Instant.now()).toSeconds() < 5) {
                cast.producer.opens("/account").is(200);
            }
            for (Future<Duration> each : slow) {
                assertInTime(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Duration> timeUntilClosed(String drop) {
        return () -> {
            try (KeepAliveConnection connection = new KeepAliveConnection()) {
                connection.send(drop.isEmpty() ? "" : BEGINNING);
                return connection.dripUntilClosed(drop, MOST);
            }
        };
    }

    @Test
    void a_connection_that_was_used_has_no_more_time() throws Exception {
        try (KeepAliveConnection connection = new KeepAliveConnection()) {
            assertEquals(200, connection.request("GET /signed-out", "\r\n"));
            connection.send(BEGINNING);
            assertInTime(connection.dripUntilClosed("x", MOST));
        }
    }

    @Test
    void a_connection_rests_for_longer_between_two_requests() throws Exception {
        try (KeepAliveConnection connection = new KeepAliveConnection()) {
            for (int each = 0; each < 3; each++) {
                assertEquals(200, connection.request("GET /signed-out", "\r\n"));
                assertEquals(404, connection.request("GET /v2/images", "\r\n"));
            }
            Thread.sleep(8_000);
            assertEquals(200, connection.request("GET /signed-out", "\r\n"));
            assertEquals(200, connection.request("GET /signed-out", "\r\n"));
        }
    }

    private static void assertInTime(Duration open) {
        assertTrue(open.toMillis() > 4_500 && open.toSeconds() < 15, open::toString);
    }
}
