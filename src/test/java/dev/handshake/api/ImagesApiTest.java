package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Images without their data: made, changed, hidden, protected, put away, deleted. */
@PortalTest
class ImagesApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Test
    void a_new_image_is_shared_queued_and_shown_with_its_keys_in_order() {
        ApiClient.ApiResponse made = owner.post(
                        "/v2/images",
                        "{\"name\":\"new\",\"disk_format\":\"qcow2\",\"container_format\":\"bare\",\"zone\":\"b\",\"arch\":\"x86\"}")
                .is(201);
        JsonNode image = made.json();
        String id = image.path("id").asText();
        assertEquals(
                "[arch, zone, name, disk_format, container_format, visibility, size, virtual_size, status, checksum,"
                        + " protected, min_ram, min_disk, owner, os_hidden, os_hash_algo, os_hash_value, id, created_at,"
                        + " updated_at, tags, self, file, schema]",
                keys(image).toString());
        assertEquals("shared", image.path("visibility").asText());
        assertEquals("queued", image.path("status").asText());
        assertTrue(image.path("size").isNull() && image.path("checksum").isNull());
        assertEquals("/v2/images/" + id, image.path("self").asText());
        assertEquals("/v2/images/" + id + "/file", image.path("file").asText());
        assertEquals("/v2/schemas/image", image.path("schema").asText());
        assertEquals(TestUser.baseUrl() + "/DFW/v2/images/" + id, made.header("Location"));
        assertEquals("glance-direct,web-download", made.header("OpenStack-image-import-methods"));
        assertEquals(made.text(), owner.get("/v2/images/" + id).is(200).text());
        cast.producer.opens("/DFW/images/" + id).is(200).says("new", "queued");
    }

    @Test
    void an_id_of_ones_own_is_taken_once_and_for_ever() {
        UUID id = UUID.randomUUID();
        String body = "{\"id\":\"" + id + "\"}";
        assertEquals(id, ApiClient.idOf(owner.post("/v2/images", body)));
        owner.post("/v2/images", body).is(409);
        consumer.post("/v2/images", body).is(409);
        owner.delete("/v2/images/" + id).is(204);
        owner.get("/v2/images/" + id).is(404);
        owner.post("/v2/images", body).is(409);
        UUID page = cast.image("of-the-page");
        owner.post("/v2/images", "{\"id\":\"" + page + "\"}").is(409);
    }

    @Test
    void what_is_no_image_is_refused_and_stored_nowhere() {
        int before = listedIds(owner).size();
        for (String body : List.of(
                "",
                "[]",
                "3",
                "{\"name\":",
                "{\"name\":3}",
                "{\"name\":\"" + "n".repeat(256) + "\"}",
                "{\"name\":\"\\u0000\"}",
                "{\"name\":\"\\ud800\"}",
                "{\"id\":\"1\"}",
                "{\"id\":7}",
                "{\"visibility\":\"everybody\"}",
                "{\"visibility\":null}",
                "{\"disk_format\":\"floppy\"}",
                "{\"container_format\":\"crate\"}",
                "{\"protected\":\"yes\"}",
                "{\"min_disk\":-1}",
                "{\"min_ram\":99999999999}",
                "{\"min_ram\":1.5}",
                "{\"tags\":\"x\"}",
                "{\"tags\":[1]}",
                "{\"tags\":[\"" + "t".repeat(256) + "\"]}",
                "{\"own\":1}",
                "{\"own\":null}",
                "{\"\":\"x\"}",
                "{\"kernel_id\":1}",
                "{\"container_format\":\"ova\"}",
                "{\"container_format\":\"docker\",\"disk_format\":\"raw\"}",
                "{\"container_format\":\"compressed\",\"disk_format\":\"qcow2\"}",
                "{\"container_format\":\"ami\",\"disk_format\":\"qcow2\"}",
                "{\"container_format\":\"aki\"}",
                "{\"container_format\":\"ari\"}",
                "{\"container_format\":\"Bare\"}",
                "{\"" + "k".repeat(256) + "\":\"\"}")) {
            owner.post("/v2/images", body).is(400);
        }
        for (String key :
                List.of("status", "owner", "checksum", "size", "created_at", "self", "locations", "os_glance_x")) {
            owner.post("/v2/images", "{\"" + key + "\":\"x\"}").is(403);
        }
        owner.post("/v2/images", "{\"name\":\"" + "x".repeat(10 << 20) + "\"}").is(413);
        assertEquals(before, listedIds(owner).size());
    }

    @Test
    void an_owner_names_itself_and_what_an_image_has_none_of() {
        String own = "\"owner\":\"" + cast.producer.account + "\"";
        UUID image = ApiClient.idOf(owner.post("/v2/images", "{" + own + ",\"kernel_id\":null,\"ramdisk_id\":null}"));
        JsonNode shown = owner.get("/v2/images/" + image).json();
        assertEquals(cast.producer.account, shown.path("owner").asText());
        assertFalse(shown.has("kernel_id") || shown.has("ramdisk_id"));
        for (String other : List.of("\"" + cast.consumer.account + "\"", "null", "\"\"", "7", "[]")) {
            owner.post("/v2/images", "{\"owner\":" + other + "}").is(403);
        }
        owner.patch(image, replace("owner", "\"" + cast.producer.account + "\""))
                .is(403);
        String kernel = "{\"op\":\"add\",\"path\":\"/kernel_id\",\"value\":";
        owner.patch(image, "[" + kernel + "\"k\"}]").is(200);
        assertFalse(owner.patch(image, "[" + kernel + "null}]").is(200).json().has("kernel_id"));
        owner.post("/v2/images", "{\"container_format\":null,\"disk_format\":null,\"name\":null}")
                .is(201);
        UUID ovf = ApiClient.idOf(owner.post("/v2/images", "{\"container_format\":\"ovf\",\"disk_format\":\"vmdk\"}"));
        owner.patch(ovf, replace("container_format", "\"ova\"")).is(400);
        owner.patch(ovf, replace("container_format", "\"bare\"")).is(200);
    }

    @Test
    void nothing_is_for_everybody_but_the_providers() {
        for (String visibility : List.of("public", "community")) {
            owner.post("/v2/images", "{\"visibility\":\"" + visibility + "\"}").is(403);
            owner.patch(owner.creates("mine"), replace("visibility", "\"" + visibility + "\""))
                    .is(403);
        }
        ApiClient provider = ApiClient.forUser(cast.provider);
        UUID base = provider.creates("base-" + Cast.newAccountNumber());
        assertEquals(
                "public",
                owner.get("/v2/images/" + base)
                        .is(200)
                        .json()
                        .path("visibility")
                        .asText());
        provider.patch(base, replace("visibility", "\"private\"")).is(200);
        owner.get("/v2/images/" + base).is(404);
        UUID operators = ApiClient.idOf(new ApiClient(FakeKeystone.token(Cast.newAccountNumber(), "admin"))
                .post("/v2/images", "{\"visibility\":\"public\"}"));
        owner.get("/v2/images/" + operators).is(200);
    }

    @Test
    void a_patch_adds_replaces_and_removes() {
        UUID image = owner.creates("patched");
        JsonNode after = owner.patch(
                        image,
                        "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"new\"},"
                                + "{\"op\":\"add\",\"path\":\"/own~1key\",\"value\":\"1\"},"
                                + "{\"op\":\"add\",\"path\":\"/own~1key\",\"value\":\"2\"},"
                                + "{\"op\":\"add\",\"path\":\"/gone\",\"value\":\"x\"},"
                                + "{\"op\":\"remove\",\"path\":\"/gone\"},"
                                + "{\"op\":\"replace\",\"path\":\"/tags\",\"value\":[\"b\",\"a\",\"b\"]},"
                                + "{\"op\":\"add\",\"path\":\"/description\",\"value\":\"What it is\"},"
                                + "{\"op\":\"replace\",\"path\":\"/min_disk\",\"value\":20}]")
                .is(200)
                .json();
        assertEquals("new", after.path("name").asText());
        assertEquals("2", after.path("own/key").asText());
        assertFalse(after.has("gone"));
        assertEquals("[\"a\",\"b\"]", after.path("tags").toString());
        assertEquals(after, owner.get("/v2/images/" + image).json());
        cast.producer.opens("/DFW/images/" + image).is(200).says("new", "What it is", "20 GiB");
        JsonNode old = owner.send(
                        "PATCH",
                        "/v2/images/" + image,
                        BodyPublishers.ofString(
                                "[{\"replace\":\"/name\",\"value\":\"old form\"},{\"remove\":\"/description\"}]"),
                        "Content-Type",
                        "application/openstack-images-v2.0-json-patch")
                .is(200)
                .json();
        assertEquals("old form", old.path("name").asText());
        assertFalse(old.has("description"));
    }

    @Test
    void a_bad_patch_changes_nothing() {
        UUID image = owner.creates("unpatched");
        String before = owner.get("/v2/images/" + image).text();
        for (String patch : List.of(
                "",
                "{}",
                "3",
                "[1]",
                "[{}]",
                "[{\"op\":\"move\",\"path\":\"/name\",\"value\":\"x\"}]",
                "[{\"op\":\"add\",\"path\":\"/name\"}]",
                "[{\"op\":\"add\",\"path\":\"name\",\"value\":\"x\"}]",
                "[{\"op\":\"add\",\"path\":\"/a/b\",\"value\":\"x\"}]",
                "[{\"op\":\"add\",\"path\":\"/\",\"value\":\"x\"}]",
                "[{\"op\":\"add\",\"path\":\"/~2\",\"value\":\"x\"}]",
                "[{\"op\":\"add\",\"path\":5,\"value\":\"x\"}]",
                "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"ok\"},{\"op\":\"add\",\"path\":\"/x\",\"value\":5}]")) {
            owner.patch(image, patch).is(400);
        }
        for (String key : List.of("id", "status", "owner", "size", "checksum", "locations", "schema", "os_glance_x")) {
            owner.patch(image, replace(key, "\"x\"")).is(403);
        }
        owner.patch(image, "[{\"op\":\"remove\",\"path\":\"/name\"}]").is(403);
        owner.patch(image, replace("nothing", "\"x\"")).is(409);
        owner.patch(image, "[{\"op\":\"remove\",\"path\":\"/nothing\"}]").is(409);
        for (String type : List.of("application/json", "application/json-patch+json", "text/plain")) {
            ApiClient.ApiResponse refused = owner.send(
                            "PATCH", "/v2/images/" + image, BodyPublishers.ofString("[]"), "Content-Type", type)
                    .is(415);
            assertEquals(
                    "application/openstack-images-v2.1-json-patch, application/openstack-images-v2.0-json-patch",
                    refused.header("Accept-Patch"));
            assertTrue(refused.text().contains("application/openstack-images-v2.1-json-patch"), refused.text());
        }
        owner.send("PATCH", "/v2/images/" + image, BodyPublishers.ofString("[]"))
                .is(415);
        assertEquals(before, owner.get("/v2/images/" + image).text());
    }

    @Test
    void more_properties_and_tags_than_there_may_be_are_too_many() {
        UUID image = owner.creates("many");
        StringBuilder patch = new StringBuilder("[");
        for (int each = 0; each < 129; each++) {
            patch.append("{\"op\":\"add\",\"path\":\"/p").append(each).append("\",\"value\":\"x\"},");
        }
        owner.patch(image, patch.substring(0, patch.length() - 1) + "]").is(413);
        for (int each = 0; each < 128; each++) {
            owner.put("/v2/images/" + image + "/tags/t" + each, "").is(204);
        }
        owner.put("/v2/images/" + image + "/tags/one-more", "").is(413);
        owner.put("/v2/images/" + image + "/tags/t1", "").is(204);
    }

    @Test
    void a_tag_comes_and_goes() {
        UUID image = owner.creates("tagged");
        owner.put("/v2/images/" + image + "/tags/web%20tier", "").is(204);
        assertEquals(
                "[\"web tier\"]",
                owner.get("/v2/images/" + image).json().path("tags").toString());
        owner.delete("/v2/images/" + image + "/tags/web%20tier").is(204);
        owner.delete("/v2/images/" + image + "/tags/web%20tier").is(404);
        owner.put("/v2/images/" + image + "/tags/%00", "").is(400);
        owner.offers(image, cast.consumer.account);
        consumer.put("/v2/images/" + image + "/tags/x", "").is(403);
        ApiClient.forUser(cast.stranger)
                .put("/v2/images/" + image + "/tags/x", "")
                .is(404);
    }

    @Test
    void a_protected_image_is_not_deleted() {
        UUID image = cast.pending("protected");
        owner.patch(image, replace("protected", "true")).is(200);
        owner.delete("/v2/images/" + image).is(403);
        consumer.get("/v2/images/" + image).is(200);
        assertFalse(cast.producer.opens("/DFW/images/" + image).hasAction("Delete…"));
        owner.patch(image, replace("protected", "false")).is(200);
        owner.delete("/v2/images/" + image).is(204);
        consumer.get("/v2/images/" + image).is(404);
    }

    @Test
    void an_image_with_members_is_deleted_at_once_and_its_members_are_told() {
        UUID image = cast.accepted("deleted");
        owner.delete("/v2/images/" + image).is(204);
        owner.delete("/v2/images/" + image).is(404);
        consumer.get("/v2/images/" + image).is(404);
        cast.consumer.opens("/DFW/history").is(200).says("deleted");
    }

    @Test
    void a_deactivated_image_gives_no_data_and_keeps_its_members() {
        UUID image = cast.accepted("away");
        String path = "/v2/images/" + image;
        consumer.post(path + "/actions/deactivate", "").is(403);
        ApiClient.forUser(cast.creator).post(path + "/actions/deactivate", "").is(403);
        owner.post(path + "/actions/deactivate", "").is(204);
        owner.post(path + "/actions/deactivate", "").is(204);
        assertEquals(
                "deactivated", consumer.get(path).is(200).json().path("status").asText());
        consumer.get(path + "/file").is(403);
        owner.get(path + "/file").is(403);
        consumer.get(path + "/members").is(200);
        assertTrue(listedIds(consumer).contains(image.toString()));
        owner.post(path + "/actions/reactivate", "").is(204);
        consumer.get(path + "/file").is(200);
        owner.post("/v2/images/" + owner.creates("empty") + "/actions/deactivate", "")
                .is(403);
        owner.post(path + "/actions/forget", "").is(404);
    }

    @Test
    void formats_are_fixed_once_there_is_data() {
        UUID image = cast.image("fixed");
        owner.patch(image, replace("disk_format", "\"raw\"")).is(403);
        owner.patch(image, replace("container_format", "\"ova\"")).is(403);
        UUID queued = owner.creates("free");
        owner.patch(queued, replace("disk_format", "\"raw\"")).is(200);
    }

    @Test
    void a_consumer_reads_and_changes_nothing_and_an_observer_neither() {
        UUID image = cast.accepted("read");
        JsonNode seen = consumer.get("/v2/images/" + image).is(200).json();
        assertEquals(cast.producer.account, seen.path("owner").asText());
        assertFalse(keys(seen).contains("member_status"));
        consumer.patch(image, replace("name", "\"mine\"")).is(403);
        consumer.delete("/v2/images/" + image).is(403);
        ApiClient observer = ApiClient.forUser(cast.observer);
        observer.post("/v2/images", "{}").is(403);
        observer.patch(image, replace("name", "\"mine\"")).is(403);
        observer.delete("/v2/images/" + image).is(403);
        assertNotEquals(
                "mine", owner.get("/v2/images/" + image).json().path("name").asText());
    }

    private static List<String> keys(JsonNode json) {
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> listedIds(ApiClient apiClient) {
        return apiClient
                .get("/v2/images?limit=1000")
                .is(200)
                .json()
                .path("images")
                .findValuesAsText("id");
    }

    private static String replace(String key, String value) {
        return "[{\"op\":\"replace\",\"path\":\"/" + key + "\",\"value\":" + value + "}]";
    }
}
