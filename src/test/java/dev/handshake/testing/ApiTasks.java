package dev.handshake.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/** The tasks of an account, seen through the API. */
public record ApiTasks(ApiClient owner) {

    /** The latest task of an image, once it has ended. */
    public JsonNode awaitLatest(UUID image) {
        return await("/v2/images/" + image + "/tasks", "/tasks/0");
    }

    public JsonNode await(String task) {
        return await("/v2/tasks/" + task, "");
    }

    private JsonNode await(String path, String pointer) {
        return Eventually.get(
                () -> owner.get(path).is(200).json().at(pointer),
                task -> List.of("success", "failure")
                        .contains(task.path("status").asText()));
    }
}
