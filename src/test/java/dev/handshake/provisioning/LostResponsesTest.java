package dev.handshake.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compute service does what it is asked for, or not, and nobody hears of it: nothing is done twice. */
@PortalTest
class LostResponsesTest {

    private final ComputeCast cast = new ComputeCast();

    @Inject
    ActionOutbox outbox;

    @ParameterizedTest
    @ValueSource(strings = {"hang after", "reset after", "500 after", "hang", "reset", "503"})
    void a_server_is_created_once(String fault) {
        UUID image = cast.image("base");
        cast.nova.fails("POST /servers", fault);
        UUID server = Cast.idOf(cast.starts(image, "once"));
        cast.awaitState(server, "active");
        assertEquals(1, cast.nova.servers().size());
        assertEquals(fault.endsWith("after") ? 1 : 2, cast.nova.count("POST /servers"));
        assertEquals(1, cast.list().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset after", "500 after", "reset"})
    void a_stop_is_done(String fault) {
        UUID server = cast.server(cast.image("base"), "stops");
        cast.nova.fails("POST /servers/.*/action", fault);
        cast.admin.opens("/HKG/servers/" + server).presses("Stop").is(200);
        cast.awaitState(server, "stopped");
        assertTrue(cast.nova.count("POST /servers/.*/action") <= 2);
    }

    @Test
    void a_reboot_without_a_response_is_not_repeated() {
        UUID server = cast.server(cast.image("base"), "reboots");
        cast.nova.fails("POST /servers/.*/action", "reset after");
        cast.admin.opens("/HKG/servers/" + server).presses("Reboot").is(200);
        Eventually.get(
                () -> cast.admin.opens("/HKG/servers/" + server).text(),
                text -> text.contains("did not say whether it rebooted"));
        assertEquals(1, cast.nova.count("POST /servers/.*/action"));
    }

    @Test
    void a_deleted_server_is_deleted() {
        UUID server = cast.server(cast.image("base"), "goes");
        cast.nova.fails("DELETE /servers/.*", "reset after");
        cast.deletes(server, "goes");
    }

    @Test
    void what_gets_no_response_for_long_is_given_up_with_a_sentence() {
        UUID image = cast.image("base");
        cast.nova.keepsFailing("POST /servers", "503");
        UUID server = Cast.idOf(cast.starts(image, "never"));
        cast.awaitState(server, "error");
        assertTrue(cast.admin.opens("/HKG/servers/" + server).text().contains("The compute service did not respond"));
        cast.nova.heals();
        assertEquals(0, cast.nova.servers().size());
        cast.deletes(server, "never");
    }

    /** Nobody else tries while an attempt is under way, and who tries after it looks first. */
    @Test
    void an_attempt_under_way_is_nobody_elses() {
        UUID image = cast.image("base");
        cast.nova.fails("POST /servers", "hang after");
        UUID server = Cast.idOf(cast.starts(image, "dies"));
        ActionTarget target = Eventually.get(() -> findTarget(server), each -> each != null);
        Eventually.get(() -> cast.nova.count("POST /servers"), count -> count == 1L);
        assertTrue(outbox.claim(target).isEmpty());
        cast.awaitState(server, "active");
        assertEquals(1, cast.nova.servers().size());
    }

    private ActionTarget findTarget(UUID server) {
        List<ActionTarget> due = QuarkusTransaction.requiringNew()
                .call(() -> ServerAction.<ServerAction>find("region = ?1 and serverId = ?2", "HKG", server).stream()
                        .map(each -> new ActionTarget(each.region, each.id, each.account))
                        .toList());
        return due.isEmpty() ? null : due.get(0);
    }
}
