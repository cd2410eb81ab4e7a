package dev.handshake.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Servers of a region with a compute service, through the pages and the API. */
@PortalTest
@AlsoOnH2
class ComputeServersTest {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    private final ComputeCast cast = new ComputeCast();

    @Test
    void a_page_starts_a_real_server() {
        UUID image = cast.image("base");
        HtmlPage form = cast.admin.opens("/HKG/servers/new?image=" + image).is(200);
        assertTrue(form.text().contains("0 of 10 servers"));
        assertTrue(form.text().contains("nano: 1 vCPU, 64 MiB memory, 0 GiB disk (too small)"));
        HtmlPage page = cast.starts(image, "w1", "keys", KEY + " hana@desk\n").is(200);
        UUID server = Cast.idOf(page);
        JsonNode shown = cast.awaitState(server, "active");
        assertEquals("ACTIVE", shown.path("compute").path("status").asText());
        JsonNode sent = Eventually.get(() -> cast.nova.records().findValue("server"), each -> each != null);
        assertEquals(image.toString(), sent.path("imageRef").asText());
        assertEquals("11", sent.path("flavorRef").asText());
        assertEquals("handshake-" + server, sent.path("tags").path(0).asText());
        assertEquals(
                "#cloud-config\nssh_authorized_keys:\n  - '" + KEY + " hana@desk'\n",
                new String(Base64.getDecoder().decode(sent.path("user_data").asText()), StandardCharsets.UTF_8));
        String history = cast.admin.opens("/HKG/servers/" + server).text();
        assertTrue(history.contains("requestedHana") && history.contains("startedHana"), history);
        assertEquals(1, cast.nova.count("POST /servers"));
    }

    @Test
    void it_is_stopped_started_rebooted_and_deleted_by_its_name() {
        UUID server = cast.server(cast.image("base"), "w2");
        String page = "/HKG/servers/" + server;
        cast.admin.opens(page).presses("Stop").is(200);
        cast.awaitState(server, "stopped");
        assertTrue(cast.admin.opens(page).text().contains("stoppedHana"));
        cast.admin.opens(page).presses("Start again").is(200);
        cast.awaitState(server, "active");
        cast.admin.opens(page).presses("Reboot").is(200);
        Eventually.get(() -> cast.nova.count("POST /servers/.*/action"), count -> count == 3);
        cast.awaitState(server, "active");
        HtmlPage console = cast.admin.opens(page + "/console").is(200);
        assertTrue(console.text().contains("<b>login:\ufffd"), console.text());
        cast.admin.opens(page + "/deletion").presses("Delete", "name", "w3").is(422);
        cast.admin.opens(page + "/deletion").presses("Delete", "name", "w2").is(200);
        cast.awaitState(server, "deleted");
        assertEquals(1, cast.nova.count("DELETE /servers/.*"));
        assertTrue(cast.admin.opens(page).text().contains("deletedHana"));
    }

    @Test
    void the_api_does_the_same_with_the_users_own_token_first() {
        UUID image = cast.image("base");
        UUID server = UUID.randomUUID();
        String body = "{\"id\": \"%s\", \"name\": \"w4\", \"image\": \"%s\", \"flavor\": \"c2.fast\"}"
                .formatted(server, image);
        cast.api().post("/HKG/v2/servers", body).is(201);
        cast.api().post("/HKG/v2/servers", body).is(201);
        cast.awaitState(server, "active");
        assertEquals(1, cast.nova.count("POST /servers"));
        cast.nova.records().forEach(each -> {
            if (each.path("call").asText().equals("POST /servers")) {
                assertEquals("ines", each.path("user").asText());
            }
        });
        cast.api().post("/HKG/v2/servers/" + server + "/stop", "").is(200);
        cast.api().post("/HKG/v2/servers/" + server + "/stop", "").is(200);
        cast.awaitState(server, "stopped");
        assertEquals(1, cast.nova.count("POST /servers/.*/action"));
        cast.api().post("/HKG/v2/servers/" + server + "/reboot", "").is(409);
        cast.api().delete("/HKG/v2/servers/" + server).is(204);
        cast.awaitState(server, "deleted");
    }

    @Test
    void what_the_compute_service_refuses_is_said_in_a_sentence() {
        UUID image = cast.image("base");
        UUID full = Cast.idOf(cast.admin
                .opens("/HKG/servers/new?image=" + image)
                .presses("Start server", "name", "big", "flavor", "too-much"));
        cast.awaitState(full, "error");
        assertTrue(cast.admin.opens("/HKG/servers/" + full).text().contains("reached a limit of the compute service"));
        UUID crowded = Cast.idOf(cast.admin
                .opens("/HKG/servers/new?image=" + image)
                .presses("Start server", "name", "crowded", "flavor", "no-host"));
        cast.awaitState(crowded, "error");
        assertTrue(
                cast.admin.opens("/HKG/servers/" + crowded).text().contains("has no room for a server of this size"));
        cast.deletes(full, "big");
    }

    @Test
    void a_bad_form_comes_back() {
        UUID image = cast.image("base");
        HtmlPage back = cast.starts(image, "w5", "keys", KEY + "\nnot a key").is(422);
        assertTrue(back.text().contains("Line 2 is not an SSH public key"));
        cast.admin
                .opens("/HKG/servers/new?image=" + image)
                .presses("Start server", "name", "w5", "flavor", "nano")
                .is(422);
        cast.postsServer(cast.creator, image, "gone").is(422);
        cast.postsServer(cast.observer, image, "small").is(403);
        assertEquals(0, cast.nova.count("POST /servers"));
        assertFalse(cast.list().iterator().hasNext());
    }

    @Test
    void other_accounts_and_roles_get_nothing_and_change_nothing() {
        UUID server = cast.server(cast.image("base"), "mine");
        ComputeCast others = new ComputeCast();
        String page = "/HKG/servers/" + server;
        String call = "/HKG/v2/servers/" + server;
        for (String part : List.of("", "/console", "/deletion")) {
            others.admin.opens(page + part).is(404);
            cast.admin.opens(page.replace("HKG", "DFW") + part).is(404); // another region of the account
        }
        for (String action : List.of("/stop", "/start", "/reboot", "/snapshots", "/deletion")) {
            String[] form = {"name", "mine", "snapshot", UUID.randomUUID().toString()};
            others.admin.posts(page + action, form).is(404);
            cast.observer.posts(page + action, form).is(403);
        }
        others.api().get(call).is(404);
        others.api().post(call + "/stop", "").is(404);
        others.api().post(call + "/reboot", "").is(404);
        others.api().delete(call).is(404);
        assertEquals(
                0,
                others.nova.calls().stream()
                        .filter(each -> !each.startsWith("GET"))
                        .count());
        assertEquals(0, cast.nova.count("POST /servers/.*|DELETE .*"));
    }

    /** Two tabs: what is being done already is not asked for again, and something else has to wait. */
    @Test
    void two_tabs_ask_once() {
        UUID server = cast.server(cast.image("base"), "tabs");
        cast.nova.fails("POST /servers/.*/action", "503");
        cast.admin.posts("/HKG/servers/" + server + "/stop").is(200);
        cast.admin.posts("/HKG/servers/" + server + "/stop").is(200);
        cast.awaitState(server, "stopped");
        assertEquals(2, cast.nova.count("POST /servers/.*/action")); // the one refused and its repetition
    }
}
