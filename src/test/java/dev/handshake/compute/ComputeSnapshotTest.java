package dev.handshake.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.compute.Nova.NovaServer;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the compute service creates from a server is a snapshot: of its account alone, with an origin. */
@PortalTest
@AlsoOnH2
class ComputeSnapshotTest {

    private final Cast cast = new Cast();
    private final Nova nova = new Nova(cast.consumer.account);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Test
    void it_is_a_snapshot_of_the_account_that_has_the_server_and_nobody_elses() {
        UUID snapshot = nova.snapshots(nova.starts(cast.pending("golden")), "nightly");
        JsonNode shown = consumer.get("/v2/images/" + snapshot).is(200).json();
        assertEquals("active", shown.path("status").asText());
        assertEquals("private", shown.path("visibility").asText());
        assertEquals(cast.consumer.account, shown.path("owner").asText());
        consumer.get("/v2/images/" + snapshot + "/file").is(200);
        cast.consumer.opens("/DFW/images?show=own&kind=snapshot").is(200).says("nightly");
        cast.consumer.opens(page(snapshot)).is(200).says("snapshot", "Taken just now by kim");
        for (var other : List.of(cast.producer, cast.otherConsumer, cast.stranger, cast.provider)) {
            ApiClient.forUser(other).get("/v2/images/" + snapshot).is(404);
            ApiClient.forUser(other).get("/v2/images/" + snapshot + "/file").is(404);
            other.opens("/DFW/images/" + snapshot).is(404).doesNotSay("nightly");
            other.opens("/DFW/images").is(200).doesNotSay("nightly");
            new Nova(other.account)
                    .images()
                    .get("/v2/images/" + snapshot + "/file")
                    .is(404);
        }
    }

    @Test
    void its_origin_is_shown_although_only_nova_knows_the_server() {
        UUID golden = cast.accepted("golden");
        NovaServer server = nova.starts(golden);
        UUID snapshot = nova.snapshots(server, "first");
        String from = "golden Shared by account " + cast.producer.account;
        assertEquals(List.of(from, "server " + server.id(), "this image"), origin(snapshot));
        NovaServer second = nova.starts(snapshot);
        assertEquals(
                List.of(from, "server " + server.id(), "first", "server " + second.id(), "this image"),
                origin(nova.snapshots(second, "second")));
        cast.producer
                .posts("/DFW/images/" + golden + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        UUID late = nova.snapshots(server, "late");
        String gone = "golden of account " + cast.producer.account + " source no longer shared";
        assertEquals(List.of(gone, "server " + server.id(), "this image"), origin(late));
        cast.producer.posts("/DFW/images/" + golden + "/deletion").is(200);
        assertEquals(List.of(gone, "server " + server.id(), "this image"), origin(nova.snapshots(server, "later")));
        cast.consumer.opens("/DFW/exports/new?image=" + late).is(200).says("must not");
    }

    @Test
    void a_server_on_record_is_named_and_lists_it() {
        UUID golden = cast.accepted("golden");
        UUID server = cast.server(cast.consumer, golden, "web-1");
        UUID snapshot = nova.snapshots(nova.starts(server, golden), "of web");
        assertEquals(
                List.of("golden Shared by account " + cast.producer.account, "server web-1", "this image"),
                origin(snapshot));
        cast.consumer.opens("/DFW/servers/" + server).is(200).follows("of web").is(200);
        NovaServer foreign = nova.starts(cast.server(cast.producer, golden, "not yours"), golden);
        UUID other = nova.snapshots(foreign, "other");
        assertEquals("server " + foreign.id(), origin(other).get(1));
        cast.consumer.opens(page(other)).doesNotSay("not yours");
    }

    @Test
    void whoever_is_offered_it_learns_whose_server_it_was() {
        UUID snapshot = nova.snapshots(nova.starts(cast.accepted("golden")), "passed on");
        consumer.patch(snapshot, ApiClient.replace("visibility", "\"shared\"")).is(200);
        cast.offers(cast.consumer, snapshot, cast.otherConsumer.account);
        HtmlPage shown = cast.otherConsumer.opens("/DFW/images/" + snapshot).is(200);
        assertEquals(List.of("a server of account " + cast.consumer.account, "this image"), shown.texts(".lineage li"));
        shown.doesNotSay("golden", cast.producer.account);
    }

    @Test
    void a_backup_is_one_too_and_what_a_user_says_is_an_ordinary_image() {
        NovaServer server = nova.starts(cast.accepted("golden"));
        assertEquals(
                3,
                origin(nova.snapshots(server, "daily", Map.of("image_type", "backup")))
                        .size());
        UUID said = ApiClient.idOf(consumer.post(
                "/v2/images",
                Nova.json(Map.of(
                        "name",
                        "said",
                        "image_type",
                        "snapshot",
                        "instance_uuid",
                        "" + server.id(),
                        "base_image_ref",
                        server.imageProperties().get("base_image_ref")))));
        consumer.put("/v2/images/" + said + "/file", Cast.uniqueDiskFile()).is(204);
        cast.consumer.opens(page(said)).is(200).says("import").doesNotSay("Origin");
        UUID plain = ApiClient.idOf(nova.images().post("/v2/images", "{\"name\":\"plain\",\"image_type\":\"x\"}"));
        cast.consumer.opens(page(plain)).says("import").doesNotSay("Origin");
    }

    @Test
    void its_own_words_are_kept_and_what_images_tell_nova_is_not_shown() {
        UUID golden = cast.accepted("golden");
        UUID snapshot = nova.snapshots(nova.starts(golden), "kept");
        JsonNode shown = consumer.get("/v2/images/" + snapshot).is(200).json();
        assertEquals(golden.toString(), shown.path("base_image_ref").asText());
        assertEquals("snapshot", shown.path("image_type").asText());
        assertFalse(shown.toString().contains("handshake_source"));
        assertFalse(nova.images().get("/v2/images/" + snapshot).text().contains(golden.toString()));
        assertTrue(nova.images().get("/v2/images/" + snapshot).text().contains("handshake_source_" + snapshot));
        String forged = "handshake_source_" + golden;
        consumer.post("/v2/images", "{\"" + forged + "\":\"true\"}").is(403);
        consumer.patch(snapshot, "[{\"op\":\"add\",\"path\":\"/" + forged + "\",\"value\":\"x\"}]")
                .is(403);
    }

    @Test
    void an_observer_takes_none_and_what_is_not_right_is_refused() {
        NovaServer server = nova.starts(cast.accepted("golden"));
        new Nova(cast.consumer.account, "reader")
                .announces(server, "no", Map.of())
                .is(403);
        String id = UUID.randomUUID().toString();
        nova.announces(server, "one", Map.of("id", id)).is(201);
        nova.announces(server, "one", Map.of("id", id)).is(409);
        Map<String, String> many = IntStream.range(0, 16)
                .boxed()
                .collect(Collectors.toMap(each -> "handshake_source_" + UUID.randomUUID(), each -> "true"));
        nova.announces(server, "many", many).is(400);
    }

    private List<String> origin(UUID image) {
        return cast.consumer.opens(page(image)).is(200).texts(".lineage li");
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image + "/details";
    }
}
