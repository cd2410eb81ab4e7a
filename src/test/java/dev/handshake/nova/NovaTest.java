package dev.handshake.nova;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.openstack.ServiceException;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.NovaControl;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The client of the compute service, with one that follows the facts. */
@PortalTest
class NovaTest {

    private static final UUID IMAGE = UUID.randomUUID();

    private final String account = Cast.newAccountNumber();
    private final NovaControl control = new NovaControl("HKG", account);
    private final ComputeCaller caller = ComputeCaller.portal("HKG", account);

    @Inject
    Nova nova;

    @Test
    void the_portals_user_signs_in_for_each_account() {
        assertEquals("small", nova.listFlavors(caller).get(0).name());
        assertEquals(10, nova.getLimits(caller).servers());
        JsonNode call = control.records().get(0);
        assertEquals("portal", call.path("user").asText());
        assertThrows(
                UnknownProjectException.class,
                () -> nova.listFlavors(ComputeCaller.portal("HKG", account + "-unknown")));
    }

    @Test
    void a_server_is_created_and_found_by_its_tag() {
        UUID id = nova.createServer(caller, new NewServer("handshake-1", "w1", IMAGE, "11", null, "a2V5"));
        JsonNode sent = control.records().get(0).path("body").path("server");
        assertEquals("none", sent.path("networks").asText());
        assertEquals("a2V5", sent.path("user_data").asText());
        assertEquals(id, nova.listByTag(caller, "handshake-1").get(0).id());
        assertEquals(List.of(), nova.listByTag(caller, "handshake-2"));
        NovaServer server = Eventually.get(
                () -> nova.getServer(caller, id), each -> each.status().equals("ACTIVE"));
        assertEquals(IMAGE, server.image());
        assertEquals(4096, server.flavor().ram());
        UUID network = nova.listNetworks(caller).get(0).id();
        assertEquals(1, nova.listNetworks(caller).size());
        nova.createServer(caller, new NewServer("handshake-2", "w2", IMAGE, "11", network, null));
        assertEquals(
                network.toString(),
                control.records()
                        .get(control.records().size() - 1)
                        .findPath("networks")
                        .path(0)
                        .path("uuid")
                        .asText());
    }

    @Test
    void a_server_is_stopped_started_saved_and_deleted() {
        UUID id = control.startsElsewhere(IMAGE, "cli");
        nova.reboot(caller, id);
        nova.stop(caller, id);
        assertTrue(assertThrows(ServiceException.class, () -> nova.stop(caller, id))
                .isConflict());
        nova.start(caller, id);
        nova.createImage(caller, id, "saved", Map.of("handshake_request", "7"));
        JsonNode sent = control.records().get(control.records().size() - 1).path("body");
        assertEquals("7", sent.findPath("handshake_request").asText());
        assertTrue(nova.getConsole(caller, id, 50).contains("login"));
        nova.deleteServer(caller, id);
        assertTrue(assertThrows(ServiceException.class, () -> nova.getServer(caller, id))
                .isNotFound());
    }

    @Test
    void changes_come_with_deleted_servers_a_page_at_a_time() {
        Instant before = Instant.now().minusSeconds(2);
        for (int each = 0; each <= Nova.PAGE_SIZE; each++) {
            control.startsElsewhere(IMAGE, "w" + each);
        }
        ServerPage first = nova.listServers(caller, null, null);
        ServerPage second = nova.listServers(caller, null, first.next());
        assertEquals(1, second.servers().size());
        assertEquals(null, second.next());
        nova.deleteServer(caller, second.servers().get(0).id());
        assertEquals(null, nova.listServers(caller, null, first.next()).next());
        assertEquals(
                "DELETED",
                nova.listServers(caller, before, first.next()).servers().get(0).status());
        assertEquals(
                List.of(),
                nova.listServers(caller, Instant.now().plusSeconds(60), null).servers());
    }

    @Test
    void a_users_own_token_is_used_as_it_is() {
        String token = FakeKeystone.token(Map.of("project", account, "roles", List.of("member"), "user", "ines"));
        nova.listFlavors(new ComputeCaller("HKG", account, token));
        assertEquals("ines", control.records().get(0).path("user").asText());
        ServiceException refused =
                assertThrows(ServiceException.class, () -> nova.listFlavors(new ComputeCaller("HKG", account, "old")));
        assertEquals(401, refused.status());
        assertTrue(refused.isRefused());
    }

    @Test
    void a_refusal_has_novas_own_words() {
        ServiceException refused = assertThrows(
                ServiceException.class,
                () -> nova.createServer(caller, new NewServer("t", "w", IMAGE, "15", null, null)));
        assertTrue(refused.isRefused());
        assertEquals("Quota exceeded for cores: Requested 64, but already used 4 of 20 cores", refused.getMessage());
    }
}
