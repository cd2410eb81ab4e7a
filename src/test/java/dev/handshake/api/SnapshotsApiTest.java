package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Snapshots through the API: created by the compute service, which then uploads the disk, or sharing the server's
 * source data.
 */
@PortalTest
class SnapshotsApiTest {

    private final Cast cast = new Cast();
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final ApiClient compute = new ApiClient(FakeKeystone.token(cast.consumer.account, "compute"));

    @Test
    void the_compute_service_announces_a_snapshot_and_sends_the_real_disk() {
        String server = server(cast.accepted("golden"));
        ApiClient.ApiResponse made =
                compute.post(server + "/snapshots", "{\"name\":\"nightly\"}").is(201);
        JsonNode image = made.json();
        String path = "/v2/images/" + image.path("id").asText();
        assertTrue(made.header("Location").endsWith("/DFW" + path));
        assertEquals("queued", image.path("status").asText());
        assertEquals("nightly", image.path("name").asText());
        assertEquals(cast.consumer.account, image.path("owner").asText());
        assertEquals("shared", image.path("visibility").asText());
        ApiClient.forUser(cast.producer).get(path).is(404);
        byte[] disk = DiskFiles.raw(1 << 20);
        compute.put(path + "/file", disk).is(204);
        assertEquals("active", consumer.get(path).json().path("status").asText());
        assertEquals("raw", consumer.get(path).json().path("disk_format").asText());
        assertArrayEquals(disk, consumer.get(path + "/file").is(200).bytes());
        cast.consumer
                .opens("/DFW/images/" + image.path("id").asText() + "/details")
                .says("server vm", "this image");
        compute.put(path + "/file", disk).is(409);
    }

    @Test
    void the_compute_service_fills_snapshots_of_its_account_and_nothing_else() {
        UUID brought = consumer.creates("to be brought in");
        compute.put("/v2/images/" + brought + "/file", DiskFiles.raw(512)).is(403);
        String server = server(cast.accepted("golden"));
        UUID snapshot = ApiClient.idOf(consumer.post(server + "/snapshots", "{}"));
        new ApiClient(FakeKeystone.token(cast.producer.account, "compute"))
                .put("/v2/images/" + snapshot + "/file", DiskFiles.raw(512))
                .is(404);
        ApiClient.forUser(cast.consumerObserver)
                .put("/v2/images/" + snapshot + "/file", DiskFiles.raw(512))
                .is(403);
        compute.put("/v2/images/" + snapshot + "/stage", DiskFiles.raw(512)).is(204);
        compute.post("/v2/images/" + snapshot + "/import", "{\"method\":{\"name\":\"glance-direct\"}}")
                .is(202);
        compute.delete("/v2/images/" + snapshot).is(403);
    }

    @Test
    void a_snapshot_as_started_is_there_at_once() {
        UUID golden = cast.accepted("golden");
        String server = server(golden);
        UUID wanted = UUID.randomUUID();
        String body = "{\"id\":\"" + wanted + "\",\"data\":\"as-started\"}";
        JsonNode image = consumer.post(server + "/snapshots", body).is(201).json();
        assertEquals(wanted.toString(), image.path("id").asText());
        assertEquals("active", image.path("status").asText());
        assertEquals("vm snapshot", image.path("name").asText());
        assertEquals(
                ApiClient.forUser(cast.producer)
                        .get("/v2/images/" + golden)
                        .json()
                        .path("checksum"),
                image.path("checksum"));
        assertEquals(image, consumer.post(server + "/snapshots", body).is(201).json());
        assertEquals(image, consumer.get("/v2/images/" + wanted).is(200).json());
    }

    @Test
    void the_same_id_with_other_content_is_a_conflict_at_both_doors() {
        String server = server(cast.accepted("golden"));
        UUID wanted = UUID.randomUUID();
        String id = "{\"id\":\"" + wanted + "\"";
        String started = id + ",\"name\":\"one\",\"data\":\"as-started\"}";
        consumer.post(server + "/snapshots", started).is(201);
        consumer.post(server + "/snapshots", id + ",\"name\":\"two\",\"data\":\"as-started\"}")
                .is(409);
        consumer.post(server + "/snapshots", id + ",\"name\":\"one\"}").is(409);
        consumer.post(server + "/snapshots", id + ",\"data\":\"as-started\"}").is(409);
        String form = server.replace("/v2/", "/") + "/snapshots";
        cast.consumer.posts(form, "snapshot", "" + wanted, "name", "two").is(409);
        cast.consumer.posts(form, "snapshot", "" + wanted, "name", "one").is(200);
        consumer.patch(wanted, "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"renamed\"}]")
                .is(200);
        consumer.post(server + "/snapshots", started).is(201);
        UUID announced = UUID.randomUUID();
        String plain = "{\"id\":\"" + announced + "\",\"name\":\"sent\"";
        consumer.post(server + "/snapshots", plain + "}").is(201);
        consumer.post(server + "/snapshots", plain + ",\"data\":\"as-started\"}")
                .is(409);
        compute.put("/v2/images/" + announced + "/file", DiskFiles.raw(512)).is(204);
        consumer.post(server + "/snapshots", plain + ",\"data\":\"as-started\"}")
                .is(409);
        consumer.post(server + "/snapshots", plain + "}").is(201);
    }

    @Test
    void what_is_no_servers_or_cannot_be_read_is_refused() {
        String server = server(cast.accepted("golden"));
        for (String rubbish : List.of(
                "",
                "[]",
                "{\"name\":5}",
                "{\"name\":\"\"}",
                "{\"name\":\"\\ud800\"}",
                "{\"name\":\"" + "x".repeat(256) + "\"}",
                "{\"id\":\"x\"}",
                "{\"data\":\"real\"}",
                "{\"data\":true}")) {
            consumer.post(server + "/snapshots", rubbish).is(400);
        }
        consumer.post(server + "/snapshots", "{\"id\":\"" + cast.image("taken") + "\"}")
                .is(409);
        for (ApiClient other : List.of(ApiClient.forUser(cast.producer), ApiClient.forUser(cast.stranger))) {
            other.post(server + "/snapshots", "{}").is(404);
            other.post(server + "/snapshots", "{\"name\":\"x\",\"data\":\"as-started\"}")
                    .is(404);
        }
        consumer.post("/DFW/servers/" + UUID.randomUUID() + "/snapshots", "{}").is(404);
        consumer.get(server + "/snapshots").is(405);
        assertEquals(
                0,
                consumer.get("/v2/images?owner=" + cast.consumer.account)
                        .json()
                        .path("images")
                        .size());
    }

    private String server(UUID image) {
        String body = "{\"name\":\"vm\",\"image\":\"" + image + "\",\"flavor\":\"small\"}";
        return "/DFW/servers/" + ApiClient.idOf(compute.post("/DFW/servers", body));
    }
}
