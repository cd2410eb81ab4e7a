package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.ApiTasks;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The API's task list: whose tasks, and filters. */
@PortalTest
class TasksApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiTasks tasks = new ApiTasks(owner);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final ApiClient stranger = ApiClient.forUser(cast.stranger);

    @Test
    void only_the_owner_imports_and_sees_the_tasks() {
        UUID image = cast.pending("shared on");
        for (int each = 0; each < 2; each++) {
            consumer.imports(image, FakeMirror.urlOf("/raw/512")).is(403);
            stranger.imports(image, FakeMirror.urlOf("/raw/512")).is(404);
            stranger.get("/v2/images/" + image + "/tasks").is(404);
        }
        ApiClient.forUser(cast.observer)
                .imports(image, FakeMirror.urlOf("/raw/512"))
                .is(403);
        UUID own = owner.creates("own");
        owner.imports(own, FakeMirror.urlOf("/raw/512")).is(202);
        String task = tasks.awaitLatest(own).path("id").asText();
        owner.get("/v2/tasks/" + task).is(200);
        assertEquals(
                task,
                owner.get("/v2/tasks")
                        .is(200)
                        .json()
                        .path("tasks")
                        .path(0)
                        .path("id")
                        .asText());
        stranger.get("/v2/tasks/" + task).is(404);
        stranger.get("/v2/tasks/none").is(404);
        assertEquals(0, stranger.get("/v2/tasks").is(200).json().path("tasks").size());
        assertEquals(
                0,
                consumer.get("/v2/images/" + image + "/tasks")
                        .is(200)
                        .json()
                        .path("tasks")
                        .size());
    }

    @Test
    void tasks_come_in_pages() {
        for (int each = 0; each < 3; each++) {
            UUID image = owner.creates("paged");
            owner.imports(image, FakeMirror.urlOf("/raw/512")).is(202);
        }
        JsonNode first = owner.get("/v2/tasks?limit=2").is(200).json();
        assertEquals(2, first.path("tasks").size());
        JsonNode second = owner.get(first.path("next").asText()).is(200).json();
        assertEquals(1, second.path("tasks").size());
        assertTrue(second.path("next").isMissingNode());
        owner.get("/v2/tasks?marker=none").is(400);
    }

    @Test
    void tasks_are_found_by_type_and_status() {
        UUID good = owner.creates("good");
        owner.imports(good, FakeMirror.urlOf("/raw/512")).is(202);
        UUID bad = owner.creates("bad");
        owner.imports(bad, FakeMirror.urlOf("/nothing")).is(202);
        UUID sent = owner.creates("sent");
        owner.put("/v2/images/" + sent + "/file", DiskFiles.raw(512)).is(204);
        tasks.awaitLatest(good);
        tasks.awaitLatest(bad);
        assertEquals(Set.of(good, bad), imagesOf("type=import"));
        assertEquals(Set.of(good, bad), imagesOf("type=api_image_import"));
        assertEquals(Set.of(sent), imagesOf("type=upload"));
        assertEquals(Set.of(good, sent), imagesOf("status=success"));
        assertEquals(Set.of(bad), imagesOf("type=import&status=failure"));
        assertEquals(Set.of(), imagesOf("status=processing"));
        assertEquals(Set.of(good, bad, sent), imagesOf("type=&status="));
        assertEquals(Set.of(), imagesOf("limit=0"));
        for (String unknown : List.of("type=clone", "type=IMPORT", "status=done", "status=in:success", "limit=-1")) {
            owner.get("/v2/tasks?" + unknown).is(400);
        }
        JsonNode first = owner.get("/v2/tasks?status=success&limit=1").is(200).json();
        assertEquals(sent.toString(), first.findPath("image_id").asText());
        JsonNode next = owner.get(first.path("next").asText()).is(200).json();
        assertEquals(
                List.of(good.toString()),
                next.path("tasks").findValuesAsText("image_id").stream()
                        .distinct()
                        .toList());
    }

    private Set<UUID> imagesOf(String query) {
        return StreamSupport.stream(
                        owner.get("/v2/tasks?" + query)
                                .is(200)
                                .json()
                                .path("tasks")
                                .spliterator(),
                        false)
                .map(task -> UUID.fromString(task.path("image_id").asText()))
                .collect(Collectors.toSet());
    }
}
