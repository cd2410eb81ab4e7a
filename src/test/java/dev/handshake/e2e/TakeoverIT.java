package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.Mirror;
import dev.handshake.Patience;
import dev.handshake.Script;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A replica is killed in the middle of an import, and the other one brings it to its end. */
class TakeoverIT {

    @Test
    void an_import_outlives_the_replica_that_began_it() throws Exception {
        Mirror mirror = new Mirror();
        Map<String, String> settings = new HashMap<>(mirror.environment());
        settings.put("HANDSHAKE_TASKS_LEASE", "3S");
        try (Replicas replicas = Replicas.start(settings)) {
            Script owner = new Script(replicas.token("100200"));
            String first = replicas.first().at("/DFW").toString();
            String second = replicas.second().at("/DFW").toString();
            UUID image = Script.id(owner.post(first + "/v2/images", "{\"name\":\"outlives\"}"));
            String download =
                    "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + mirror.address("/slow/409600") + "\"}}";
            owner.post(first + "/v2/images/" + image + "/import", download).is(202);
            waitFor(owner, first, image, "processing");
            replicas.first().kill();
            JsonNode task = waitFor(owner, second, image, "success");
            assertEquals(image.toString(), task.path("image_id").asText());
            JsonNode shown = owner.get(second + "/v2/images/" + image).is(200).json();
            assertEquals("active", shown.path("status").asText());
            assertEquals(409_600, shown.path("size").asLong());
            assertEquals(1, replicas.bucket().files(), "no half image is left");
        } finally {
            mirror.close();
        }
    }

    private static JsonNode waitFor(Script owner, String portal, UUID image, String status) {
        return Patience.until(
                () -> owner.get(portal + "/v2/images/" + image + "/tasks")
                        .is(200)
                        .json()
                        .at("/tasks/0"),
                task -> task.path("status").asText().equals(status));
    }
}
