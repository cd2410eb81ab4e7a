package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeMirror;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A replica is killed during an import, and another one completes it. */
class ImportFailoverIT {

    @Test
    void an_import_outlives_the_replica_that_began_it() throws Exception {
        FakeMirror mirror = new FakeMirror();
        Map<String, String> settings = new HashMap<>(mirror.environment());
        settings.put("HANDSHAKE_TASKS_LEASE_DURATION", "3s");
        try (TwoReplicas replicas = TwoReplicas.start(settings)) {
            ApiClient owner = new ApiClient(replicas.token("100200"));
            String first = replicas.first().uri("/DFW").toString();
            String second = replicas.second().uri("/DFW").toString();
            UUID image = ApiClient.idOf(owner.post(first + "/v2/images", "{\"name\":\"outlives\"}"));
            String download = "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + mirror.url("/slow/409600") + "\"}}";
            owner.post(first + "/v2/images/" + image + "/import", download).is(202);
            awaitStatus(owner, first, image, "processing");
            replicas.first().kill();
            JsonNode task = awaitStatus(owner, second, image, "success");
            assertEquals(image.toString(), task.path("image_id").asText());
            JsonNode shown = owner.get(second + "/v2/images/" + image).is(200).json();
            assertEquals("active", shown.path("status").asText());
            assertEquals(409_600, shown.path("size").asLong());
            assertEquals(1, replicas.s3().fileCount(), "no half image is left");
        } finally {
            mirror.close();
        }
    }

    private static JsonNode awaitStatus(ApiClient owner, String portal, UUID image, String status) {
        return Eventually.get(
                () -> owner.get(portal + "/v2/images/" + image + "/tasks")
                        .is(200)
                        .json()
                        .at("/tasks/0"),
                task -> task.path("status").asText().equals(status));
    }
}
