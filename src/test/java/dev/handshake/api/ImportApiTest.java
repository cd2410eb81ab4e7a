package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.ApiTasks;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.PortalTest;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The {@code web-download} import method. */
@PortalTest
class ImportApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiTasks tasks = new ApiTasks(owner);

    @Test
    void an_announced_image_gets_its_data_from_an_address() {
        UUID image = owner.creates("fetched");
        owner.imports(image, FakeMirror.urlOf("/disk.qcow2")).is(202);
        JsonNode task = tasks.awaitLatest(image);
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
        owner.imports(image, FakeMirror.urlOf("/slow/40960")).is(202);
        assertEquals(
                "saving", owner.get("/v2/images/" + image).json().path("status").asText());
        owner.imports(image, FakeMirror.urlOf("/raw/512")).is(409);
        assertEquals("success", tasks.awaitLatest(image).path("status").asText());
        owner.imports(image, FakeMirror.urlOf("/raw/512")).is(409);
    }

    @Test
    void a_failed_import_says_why_and_leaves_the_image_queued() {
        UUID image = owner.creates("failing");
        owner.imports(image, FakeMirror.urlOf("/status/404")).is(202);
        JsonNode task = tasks.awaitLatest(image);
        assertEquals("failure", task.path("status").asText());
        assertTrue(task.path("message").asText().contains("answered 404"), task.toString());
        assertEquals(
                "queued", owner.get("/v2/images/" + image).json().path("status").asText());
        owner.imports(image, FakeMirror.urlOf("/raw/512")).is(202);
        assertEquals("success", tasks.awaitLatest(image).path("status").asText());
    }

    @Test
    void an_announced_format_has_to_be_the_one_found() {
        UUID image = ApiClient.idOf(owner.post("/v2/images", "{\"disk_format\":\"raw\"}"));
        owner.imports(image, FakeMirror.urlOf("/disk.qcow2")).is(202);
        assertTrue(tasks.awaitLatest(image).path("message").asText().contains("declared as raw"));
    }

    @Test
    void what_cannot_be_fetched_is_refused_at_once() {
        UUID image = owner.creates("refused");
        for (String uri :
                List.of("", "file:///etc/passwd", "http://user:p@127.0.0.77/", "http://0x7f000001/", "http://x:81/")) {
            owner.imports(image, uri).is(400);
        }
        owner.post("/v2/images/" + image + "/import", "{\"method\":{\"name\":\"web-download\"}}")
                .is(400);
        owner.post("/v2/images/" + image + "/import", "{\"method\":{\"name\":\"copy-image\"}}")
                .is(400);
        owner.imports(image, FakeMirror.internalUrl("127.0.0.1")).is(202);
        assertTrue(tasks.awaitLatest(image).path("message").asText().contains("has no address"));
        assertEquals(0, FakeMirror.internalRequestCount());
    }

    @Test
    void of_many_imports_of_one_image_at_once_one_is_begun() throws Exception {
        try (ConcurrentRequests concurrentRequests = new ConcurrentRequests()) {
            for (int round = 0; round < 5; round++) {
                UUID image = owner.creates("rushed");
                Callable<ApiClient.ApiResponse> begin = () -> owner.imports(image, FakeMirror.urlOf("/raw/512"));
                long begun = concurrentRequests.sendAll(Collections.nCopies(8, owner.timed(begin))).stream()
                        .filter(timedResponse -> timedResponse.status() == 202)
                        .count();
                assertEquals(1, begun);
                tasks.awaitLatest(image);
            }
        }
    }

    @Test
    void a_creator_may_import_and_a_deleted_image_stays_deleted() {
        UUID image = ApiClient.forUser(Cast.newUser("Cem", cast.producer.account, Role.CREATOR))
                .creates("doomed");
        owner.imports(image, FakeMirror.urlOf("/slow/40960")).is(202);
        String task = owner.get("/v2/images/" + image + "/tasks")
                .json()
                .path("tasks")
                .path(0)
                .path("id")
                .asText();
        owner.delete("/v2/images/" + image).is(204);
        JsonNode over = tasks.await(task);
        assertEquals("failure", over.path("status").asText());
        owner.get("/v2/images/" + image).is(404);
    }
}
