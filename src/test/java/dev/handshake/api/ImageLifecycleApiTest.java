package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Protecting, deactivating and deleting images, and access by accounts that may not change them. */
@PortalTest
class ImageLifecycleApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Test
    void a_protected_image_is_not_deleted() {
        UUID image = cast.pending("protected");
        owner.patch(image, ApiClient.replace("protected", "true")).is(200);
        owner.delete("/v2/images/" + image).is(403);
        consumer.get("/v2/images/" + image).is(200);
        assertFalse(cast.producer.opens("/DFW/images/" + image).hasAction("Delete…"));
        owner.patch(image, ApiClient.replace("protected", "false")).is(200);
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
        assertTrue(consumer.imageIds().contains(image.toString()));
        owner.post(path + "/actions/reactivate", "").is(204);
        consumer.get(path + "/file").is(200);
        owner.post("/v2/images/" + owner.creates("empty") + "/actions/deactivate", "")
                .is(403);
        owner.post(path + "/actions/forget", "").is(404);
    }

    @Test
    void a_consumer_reads_and_changes_nothing_and_an_observer_neither() {
        UUID image = cast.accepted("read");
        JsonNode seen = consumer.get("/v2/images/" + image).is(200).json();
        assertEquals(cast.producer.account, seen.path("owner").asText());
        assertFalse(seen.has("member_status"));
        consumer.patch(image, ApiClient.replace("name", "\"mine\"")).is(403);
        consumer.delete("/v2/images/" + image).is(403);
        ApiClient observer = ApiClient.forUser(cast.observer);
        observer.post("/v2/images", "{}").is(403);
        observer.patch(image, ApiClient.replace("name", "\"mine\"")).is(403);
        observer.delete("/v2/images/" + image).is(403);
        assertNotEquals(
                "mine", owner.get("/v2/images/" + image).json().path("name").asText());
    }
}
