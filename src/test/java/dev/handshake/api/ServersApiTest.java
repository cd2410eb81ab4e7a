package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Role;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The server calls: the cloud's compute service checks permission and records servers. */
@PortalTest
class ServersApiTest {

    private static final String SERVERS = "/DFW/servers";

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void a_server_is_recorded_stopped_started_again_and_deleted() {
        UUID image = cast.image("golden");
        ApiClient.ApiResponse made =
                owner.post(SERVERS, body("web", image, "medium")).is(201);
        JsonNode server = made.json();
        String one = SERVERS + "/" + server.path("id").asText();
        assertTrue(made.header("Location")
                .endsWith("/DFW/v2/servers/" + server.path("id").asText()));
        assertEquals("active", server.path("status").asText());
        assertEquals(image.toString(), server.path("image").path("id").asText());
        assertEquals(8192, server.path("flavor").path("ram").asInt());
        assertFalse(server.has("deleted_at"));
        assertEquals(server, owner.get(one).is(200).json());
        assertEquals("stopped", status(owner.post(one + "/stop", "")));
        assertEquals("stopped", status(owner.post(one + "/stop", "")));
        assertEquals("active", status(owner.post(one + "/start", "")));
        owner.delete(one).is(204);
        owner.delete(one).is(204);
        assertEquals("deleted", status(owner.get(one)));
        owner.post(one + "/stop", "").is(409);
        cast.producer.opens(one).is(200).says("deleted", "started again", "stopped", "medium");
    }

    @Test
    void the_api_stands_at_the_address_of_the_pages_for_whoever_brings_a_token() {
        UUID server = cast.server(cast.producer, cast.image("seen"), "by-form");
        for (String path : List.of(SERVERS, "/v2/servers")) {
            assertEquals(1, owner.get(path).is(200).json().path("servers").size());
            assertEquals(
                    "by-form",
                    owner.get(path + "/" + server).is(200).json().path("name").asText());
            new ApiClient("no token").get(path).is(401);
            new ApiClient("no token").post(path, "{}").is(401);
        }
        new ApiClient().get("/v2/servers").is(401);
        owner.send("PUT", SERVERS, java.net.http.HttpRequest.BodyPublishers.noBody())
                .is(405);
        owner.get(SERVERS + "/" + server + "/nothing").is(404);
        cast.producer.opens(SERVERS).is(200).says("by-form");
    }

    @Test
    void a_list_goes_page_by_page_and_leaves_out_the_deleted_unless_asked() {
        UUID image = cast.image("many");
        for (int each = 0; each < 7; each++) {
            owner.post(SERVERS, body("server-" + each, image, "small")).is(201);
        }
        JsonNode first = owner.get(SERVERS + "?limit=5").is(200).json();
        assertEquals(5, first.path("servers").size());
        assertEquals("server-6", first.path("servers").path(0).path("name").asText());
        JsonNode second = owner.get(first.path("next").asText()).is(200).json();
        assertEquals(2, second.path("servers").size());
        assertFalse(second.has("next"));
        assertEquals(
                0,
                owner.get(SERVERS + "?limit=0").is(200).json().path("servers").size());
        owner.delete(first.path("servers").path(0).path("self").asText()).is(204);
        assertEquals(6, owner.get(SERVERS).json().path("servers").size());
        assertEquals(
                1, owner.get(SERVERS + "?status=deleted").json().path("servers").size());
        assertEquals(
                0,
                ApiClient.forUser(cast.stranger)
                        .get(SERVERS)
                        .json()
                        .path("servers")
                        .size());
        owner.get(SERVERS + "?status=bogus").is(400);
        owner.get(SERVERS + "?marker=bogus").is(400);
        owner.get(SERVERS + "?limit=-1").is(400);
    }

    @Test
    void the_compute_service_records_stops_and_deletes_for_the_account() {
        UUID image = cast.pending("offered");
        ApiClient compute = new ApiClient(FakeKeystone.token(cast.consumer.account, "compute"));
        UUID wanted = UUID.randomUUID();
        String body = "{\"id\":\"" + wanted + "\"," + body("vm", image, "small").substring(1);
        assertEquals(wanted, ApiClient.idOf(compute.post(SERVERS, body)));
        assertEquals(wanted, ApiClient.idOf(compute.post(SERVERS, body)));
        cast.consumer.opens(SERVERS).is(200).says("vm");
        compute.post(SERVERS + "/" + wanted + "/stop", "").is(200);
        compute.delete(SERVERS + "/" + wanted).is(204);
        ApiClient elsewhere = new ApiClient(FakeKeystone.token(cast.stranger.account, "compute"));
        elsewhere.get(SERVERS + "/" + wanted).is(404);
        elsewhere.post(SERVERS + "/" + wanted + "/stop", "").is(404);
        elsewhere.delete(SERVERS + "/" + wanted).is(404);
    }

    @Test
    void the_same_id_with_other_content_is_a_conflict_at_both_doors() {
        UUID image = cast.image("golden");
        UUID other = cast.image("other");
        UUID wanted = UUID.randomUUID();
        String id = "{\"id\":\"" + wanted + "\",";
        String first = id + body("vm", image, "small").substring(1);
        JsonNode made = owner.post(SERVERS, first).is(201).json();
        for (String body :
                List.of(body("vm2", image, "small"), body("vm", other, "small"), body("vm", image, "medium"))) {
            owner.post(SERVERS, id + body.substring(1)).is(409);
        }
        postServer(wanted, "vm2", image, "small").is(409);
        postServer(wanted, "vm", other, "small").is(409);
        postServer(wanted, "vm", image, "small").is(200);
        assertEquals(made, owner.post(SERVERS, first).is(201).json());
        assertEquals(made, owner.get(SERVERS + "/" + wanted).is(200).json());
        assertEquals(1, owner.get(SERVERS).json().path("servers").size());
        UUID theirs = cast.image(cast.stranger, "theirs", DiskFiles.raw(512));
        ApiClient.forUser(cast.stranger)
                .post(SERVERS, id + body("vm", theirs, "small").substring(1))
                .is(409);
    }

    private HtmlPage postServer(UUID server, String name, UUID image, String flavor) {
        return cast.producer.posts(
                "/DFW/servers", "server", "" + server, "name", name, "image", "" + image, "flavor", flavor);
    }

    @Test
    void a_role_that_does_not_reach_reaches_nothing() {
        UUID image = cast.image("guarded");
        ApiClient creator = ApiClient.forUser(cast.creator);
        String one = SERVERS + "/" + ApiClient.idOf(creator.post(SERVERS, body("web", image, "small")));
        ApiClient observer = ApiClient.forUser(cast.observer);
        observer.get(one).is(200);
        observer.post(SERVERS, body("web", image, "small")).is(403);
        observer.post(one + "/stop", "").is(403);
        observer.post(one + "/start", "").is(403);
        observer.delete(one).is(403);
        creator.post(one + "/stop", "").is(200);
        creator.delete(one).is(403);
        ApiClient.forUser(Cast.newUser("Ada", cast.producer.account, Role.ADMIN))
                .delete(one)
                .is(204);
    }

    @Test
    void what_cannot_be_read_is_refused_and_nothing_is_recorded() {
        UUID image = cast.image("battered");
        for (String rubbish : List.of(
                "",
                "[]",
                "{}",
                "not json",
                body("web", image, "small").replace("\"web\"", "5"),
                body("", image, "small"),
                body(" ", image, "small"),
                body("\\ud800", image, "small"),
                body("x".repeat(256), image, "small"),
                body("web", image, "none"),
                body("web", image, "tiny").replace("" + image, "x"),
                "{\"id\":\"x\"," + body("web", image, "small").substring(1))) {
            owner.post(SERVERS, rubbish).is(400);
        }
        owner.post(SERVERS, body("web", UUID.randomUUID(), "small")).is(404);
        owner.get(SERVERS + "/x").is(404);
        owner.get(SERVERS + "/" + UUID.randomUUID()).is(404);
        assertEquals(0, owner.get(SERVERS).json().path("servers").size());
    }

    private static String body(String name, UUID image, String flavor) {
        return "{\"name\":\"" + name + "\",\"image\":\"" + image + "\",\"flavor\":\"" + flavor + "\"}";
    }

    private static String status(ApiClient.ApiResponse apiResponse) {
        return apiResponse.is(200).json().path("status").asText();
    }
}
