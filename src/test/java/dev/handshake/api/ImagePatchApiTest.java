package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Changes to image metadata: JSON patches and tags. */
@PortalTest
class ImagePatchApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

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
        cast.producer.opens("/DFW/images/" + image + "/details").is(200).says("new", "What it is", "20 GiB");
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
            owner.patch(image, ApiClient.replace(key, "\"x\"")).is(403);
        }
        owner.patch(image, "[{\"op\":\"remove\",\"path\":\"/name\"}]").is(403);
        owner.patch(image, ApiClient.replace("nothing", "\"x\"")).is(409);
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
    void formats_are_fixed_once_there_is_data() {
        UUID image = cast.image("fixed");
        owner.patch(image, ApiClient.replace("disk_format", "\"raw\"")).is(403);
        owner.patch(image, ApiClient.replace("container_format", "\"ova\"")).is(403);
        UUID queued = owner.creates("free");
        owner.patch(queued, ApiClient.replace("disk_format", "\"raw\"")).is(200);
    }
}
