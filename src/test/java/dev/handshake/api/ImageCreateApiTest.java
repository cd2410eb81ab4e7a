package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Creating images without data. */
@PortalTest
class ImageCreateApiTest {

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
        cast.producer.opens("/DFW/images/" + id + "/details").is(200).says("new", "queued");
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
        int before = owner.imageIds().size();
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
        assertEquals(before, owner.imageIds().size());
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
        owner.patch(image, ApiClient.replace("owner", "\"" + cast.producer.account + "\""))
                .is(403);
        String kernel = "{\"op\":\"add\",\"path\":\"/kernel_id\",\"value\":";
        owner.patch(image, "[" + kernel + "\"k\"}]").is(200);
        assertFalse(owner.patch(image, "[" + kernel + "null}]").is(200).json().has("kernel_id"));
        owner.post("/v2/images", "{\"container_format\":null,\"disk_format\":null,\"name\":null}")
                .is(201);
        UUID ovf = ApiClient.idOf(owner.post("/v2/images", "{\"container_format\":\"ovf\",\"disk_format\":\"vmdk\"}"));
        owner.patch(ovf, ApiClient.replace("container_format", "\"ova\"")).is(400);
        owner.patch(ovf, ApiClient.replace("container_format", "\"bare\"")).is(200);
    }

    @Test
    void nothing_is_for_everybody_but_the_providers() {
        for (String visibility : List.of("public", "community")) {
            owner.post("/v2/images", "{\"visibility\":\"" + visibility + "\"}").is(403);
            owner.patch(owner.creates("mine"), ApiClient.replace("visibility", "\"" + visibility + "\""))
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
        provider.patch(base, ApiClient.replace("visibility", "\"private\"")).is(200);
        owner.get("/v2/images/" + base).is(404);
        UUID operators = ApiClient.idOf(new ApiClient(FakeKeystone.token(Cast.newAccountNumber(), "admin"))
                .post("/v2/images", "{\"visibility\":\"public\"}"));
        owner.get("/v2/images/" + operators).is(200);
    }

    private static List<String> keys(JsonNode json) {
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
