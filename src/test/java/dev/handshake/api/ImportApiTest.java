package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Role;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.PortalTest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The {@code web-download} import method and the task list. */
@PortalTest
class ImportApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final ApiClient stranger = ApiClient.forUser(cast.stranger);

    @Test
    void an_announced_image_gets_its_data_from_an_address() {
        UUID image = owner.creates("fetched");
        owner.post(imports(image), download(FakeMirror.urlOf("/disk.qcow2"))).is(202);
        JsonNode task = awaitFinished(image);
        assertEquals("success", task.path("status").asText());
        assertEquals("api_image_import", task.path("type").asText());
        assertEquals(image.toString(), task.path("image_id").asText());
        assertEquals(
                FakeMirror.urlOf("/disk.qcow2"),
                task.path("input").path("import_req").path("method").path("uri").asText());
        JsonNode shown = owner.get("/v2/images/" + image).is(200).json();
        assertEquals("active", shown.path("status").asText());
        assertEquals("qcow2", shown.path("disk_format").asText());
    }

    @Test
    void while_it_comes_the_image_is_saving_and_takes_no_other_data() {
        UUID image = owner.creates("coming");
        owner.post(imports(image), download(FakeMirror.urlOf("/slow/40960"))).is(202);
        assertEquals(
                "saving", owner.get("/v2/images/" + image).json().path("status").asText());
        owner.post(imports(image), download(FakeMirror.urlOf("/raw/512"))).is(409);
        assertEquals("success", awaitFinished(image).path("status").asText());
        owner.post(imports(image), download(FakeMirror.urlOf("/raw/512"))).is(409);
    }

    @Test
    void a_failed_import_says_why_and_leaves_the_image_queued() {
        UUID image = owner.creates("failing");
        owner.post(imports(image), download(FakeMirror.urlOf("/status/404"))).is(202);
        JsonNode task = awaitFinished(image);
        assertEquals("failure", task.path("status").asText());
        assertTrue(task.path("message").asText().contains("answered 404"), task.toString());
        assertEquals(
                "queued", owner.get("/v2/images/" + image).json().path("status").asText());
        owner.post(imports(image), download(FakeMirror.urlOf("/raw/512"))).is(202);
        assertEquals("success", awaitFinished(image).path("status").asText());
    }

    @Test
    void an_announced_format_has_to_be_the_one_found() {
        UUID image = ApiClient.idOf(owner.post("/v2/images", "{\"disk_format\":\"raw\"}"));
        owner.post(imports(image), download(FakeMirror.urlOf("/disk.qcow2"))).is(202);
        assertTrue(awaitFinished(image).path("message").asText().contains("announced as raw"));
    }

    @Test
    void what_cannot_be_fetched_is_refused_at_once() {
        UUID image = owner.creates("refused");
        for (String uri :
                List.of("", "file:///etc/passwd", "http://user:p@127.0.0.77/", "http://0x7f000001/", "http://x:81/")) {
            owner.post(imports(image), download(uri)).is(400);
        }
        owner.post(imports(image), "{\"method\":{\"name\":\"web-download\"}}").is(400);
        owner.post(imports(image), "{\"method\":{\"name\":\"copy-image\"}}").is(400);
        owner.post(imports(image), download(FakeMirror.internalUrl("127.0.0.1")))
                .is(202);
        assertTrue(awaitFinished(image).path("message").asText().contains("leads to no address"));
        assertEquals(0, FakeMirror.internalRequestCount());
    }

    @Test
    void only_the_owner_imports_and_sees_the_tasks() {
        UUID image = cast.pending("shared on");
        for (int each = 0; each < 2; each++) {
            consumer.post(imports(image), download(FakeMirror.urlOf("/raw/512")))
                    .is(403);
            stranger.post(imports(image), download(FakeMirror.urlOf("/raw/512")))
                    .is(404);
            stranger.get("/v2/images/" + image + "/tasks").is(404);
        }
        ApiClient.forUser(cast.observer)
                .post(imports(image), download(FakeMirror.urlOf("/raw/512")))
                .is(403);
        UUID own = owner.creates("own");
        owner.post(imports(own), download(FakeMirror.urlOf("/raw/512"))).is(202);
        String task = awaitFinished(own).path("id").asText();
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
            owner.post(imports(image), download(FakeMirror.urlOf("/raw/512"))).is(202);
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
        owner.post(imports(good), download(FakeMirror.urlOf("/raw/512"))).is(202);
        UUID bad = owner.creates("bad");
        owner.post(imports(bad), download(FakeMirror.urlOf("/nothing"))).is(202);
        UUID sent = owner.creates("sent");
        owner.put("/v2/images/" + sent + "/file", DiskFiles.raw(512)).is(204);
        awaitFinished(good);
        awaitFinished(bad);
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

    @Test
    void of_many_imports_of_one_image_at_once_one_is_begun() throws Exception {
        try (ConcurrentRequests concurrentRequests = new ConcurrentRequests()) {
            for (int round = 0; round < 5; round++) {
                UUID image = owner.creates("rushed");
                Callable<ApiClient.ApiResponse> begin =
                        () -> owner.post(imports(image), download(FakeMirror.urlOf("/raw/512")));
                long begun = concurrentRequests.sendAll(Collections.nCopies(8, owner.timed(begin))).stream()
                        .filter(timedResponse -> timedResponse.status() == 202)
                        .count();
                assertEquals(1, begun);
                awaitFinished(image);
            }
        }
    }

    @Test
    void a_creator_may_import_and_a_deleted_image_stays_deleted() {
        UUID image = ApiClient.forUser(Cast.newUser("Cem", cast.producer.account, Role.CREATOR))
                .creates("doomed");
        owner.post(imports(image), download(FakeMirror.urlOf("/slow/40960"))).is(202);
        String task = owner.get("/v2/images/" + image + "/tasks")
                .json()
                .path("tasks")
                .path(0)
                .path("id")
                .asText();
        owner.delete("/v2/images/" + image).is(204);
        JsonNode over = awaitStatus("/v2/tasks/" + task, "");
        assertEquals("failure", over.path("status").asText());
        owner.get("/v2/images/" + image).is(404);
    }

    private static String imports(UUID image) {
        return "/v2/images/" + image + "/import";
    }

    private static String download(String uri) {
        return "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + uri + "\"}}";
    }

    /** The latest task of an image, once it has ended. */
    private JsonNode awaitFinished(UUID image) {
        return awaitStatus("/v2/images/" + image + "/tasks", "/tasks/0");
    }

    private JsonNode awaitStatus(String address, String where) {
        return Eventually.get(
                () -> owner.get(address).is(200).json().at(where),
                task -> List.of("success", "failure")
                        .contains(task.path("status").asText()));
    }
}
