package dev.handshake.nova;

import static dev.handshake.openstack.ServiceException.Kind.AWAY;
import static dev.handshake.openstack.ServiceException.Kind.UNCLEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.openstack.ServiceException;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.NovaControl;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A compute service that hangs, breaks connections, or answers nonsense. Limits are those of one region. */
@PortalTest
class NovaOutageTest {

    private final String account = Cast.newAccountNumber();
    private final NovaControl control = new NovaControl("IAD", account);
    private final ComputeCaller caller = ComputeCaller.portal("IAD", account);

    @Inject
    Nova nova;

    /** The breaker may be open from what was before. */
    @BeforeEach
    @AfterEach
    void answers_again() {
        control.heals();
        Eventually.get(this::isAnswering, answered -> answered);
        IntStream.range(0, 8).forEach(each -> nova.listFlavors(caller));
    }

    private boolean isAnswering() {
        try {
            nova.listFlavors(caller);
            return true;
        } catch (ServiceException away) {
            return false;
        }
    }

    @Test
    void no_answer_in_time_tells_nothing_about_the_request() {
        control.fails("POST /servers", "hang after");
        long start = System.nanoTime();
        assertEquals(UNCLEAR, create().kind());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 4_000);
        assertEquals(1, control.count("POST /servers"));
        assertEquals(1, nova.listByTag(caller, "t").size());
    }

    @Test
    void a_broken_connection_tells_nothing_either() {
        control.fails("POST /servers", "reset after");
        assertEquals(UNCLEAR, create().kind());
        assertEquals(1, control.count("POST /servers"));
    }

    @Test
    void an_internal_error_tells_nothing_but_a_busy_proxy_did_nothing() {
        control.fails("POST /servers", "500 after");
        assertEquals(UNCLEAR, create().kind());
        control.fails("POST /servers", "503");
        assertEquals(AWAY, create().kind());
        assertEquals(2, control.count("POST /servers"));
    }

    @Test
    void only_reading_is_repeated() {
        long before = control.count("GET /limits");
        control.fails("GET /limits", "reset");
        assertEquals(10, nova.getLimits(caller).servers());
        assertEquals(before + 2, control.count("GET /limits"));
        control.fails("GET /limits", "502");
        assertEquals(10, nova.getLimits(caller).servers());
    }

    @Test
    void endless_and_senseless_bodies_are_refused() {
        control.fails("GET /limits", "huge");
        assertEquals(
                UNCLEAR,
                assertThrows(ServiceException.class, () -> nova.getLimits(caller))
                        .kind());
        control.fails("GET /limits", "drip");
        long start = System.nanoTime();
        assertEquals(
                UNCLEAR,
                assertThrows(ServiceException.class, () -> nova.getLimits(caller))
                        .kind());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 4_000);
        control.fails("GET /limits", "200");
        assertEquals(
                UNCLEAR,
                assertThrows(ServiceException.class, () -> nova.getLimits(caller))
                        .kind());
    }

    @Test
    void after_some_failures_it_is_not_asked_for_a_while() {
        control.keepsFailing("GET /limits", "503");
        for (int each = 0; each < 20; each++) {
            assertEquals(
                    AWAY,
                    assertThrows(ServiceException.class, () -> nova.getLimits(caller))
                            .kind());
        }
        long asked = control.count("GET /limits");
        assertTrue(asked < 20, "asked " + asked + " times");
    }

    private ServiceException create() {
        NewServer server = new NewServer("t", "w", UUID.randomUUID(), "11", null, null);
        return assertThrows(ServiceException.class, () -> nova.createServer(caller, server));
    }
}
