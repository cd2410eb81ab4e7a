package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
 * The schemas of images declare every key of a body. Nova takes an undeclared key for a property of the image, keeps it
 * with each server, and sends it back in the server's snapshots.
 */
@PortalTest
class ImageSchemaApiTest {

    private static final String FULL = "{\"name\":\"full\",\"description\":\"d\",\"operating_system\":\"Debian\","
            + "\"disk_format\":\"raw\",\"container_format\":\"bare\",\"tags\":[\"t\"],\"min_disk\":1,\"min_ram\":1}";

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void every_key_of_an_image_is_in_both_schemas() {
        JsonNode image = schema("image");
        assertEquals(image, schema("images").path("images").path("items").path("properties"));
        UUID id = ApiClient.idOf(owner.post("/v2/images", FULL));
        String path = "/v2/images/" + id;
        assertDeclared(image, owner.get(path).is(200).json());
        owner.put(path + "/stage", DiskFiles.raw(512)).is(204);
        assertDeclared(image, owner.get(path).is(200).json());
        owner.post(path + "/import", "{\"method\":{\"name\":\"glance-direct\"}}")
                .is(202);
        JsonNode active = owner.get(path).is(200).json();
        assertTrue(active.has("stores"), "an image with data has all keys");
        assertDeclared(image, active);
        owner.get("/v2/images").is(200).json().path("images").forEach(each -> assertDeclared(image, each));
        assertDeclared(
                image,
                owner.patch(id, ApiClient.replace("name", "\"other\"")).is(200).json());
    }

    private JsonNode schema(String name) {
        return owner.get("/v2/schemas/" + name).is(200).json().path("properties");
    }

    private static void assertDeclared(JsonNode declared, JsonNode body) {
        body.fieldNames().forEachRemaining(key -> assertTrue(declared.has(key), key));
    }

    @Test
    void what_an_image_service_says_of_its_stores_is_read_only() {
        for (String key : List.of("stores", "direct_url", "locations")) {
            JsonNode declared = schema("image").path(key);
            assertTrue(declared.path("readOnly").asBoolean(), key);
            String value = declared.path("type").asText().equals("array") ? "[]" : "\"x\"";
            owner.post("/v2/images", "{\"" + key + "\":" + value + "}").is(403);
            owner.patch(owner.creates("fixed"), "[{\"op\":\"add\",\"path\":\"/" + key + "\",\"value\":" + value + "}]")
                    .is(403);
        }
    }

    @Test
    void the_compute_service_may_send_the_stores_that_older_servers_carry() {
        ApiClient nova = new ApiClient(FakeKeystone.token(cast.producer.account, "member"))
                .withHeader("X-Service-Token", FakeKeystone.token("55", "service"));
        UUID image = ApiClient.idOf(nova.post("/v2/images", "{\"name\":\"kept\",\"stores\":\"images\"}"));
        assertFalse(owner.get("/v2/images/" + image).is(200).json().has("stores"));
        nova.post("/v2/images", "{\"name\":\"kept\",\"locations\":[]}").is(403);
    }
}
