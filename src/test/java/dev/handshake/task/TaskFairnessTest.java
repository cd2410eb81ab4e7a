package dev.handshake.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import dev.handshake.testing.TestUser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One account's tasks, however many and slow, leave workers for others. The replica runs two at once here. */
@PortalTest
@AlsoOnH2
class TaskFairnessTest {

    private static final String SLOW = "/slow/4000000";
    private static final int MAX_PER_ACCOUNT = 10;

    private final Cast cast = new Cast();

    @Inject
    TaskService tasks;

    @Inject
    Leases leases;

    @AfterEach
    void stopAll() {
        for (TestUser each : List.of(cast.producer, cast.consumer, cast.otherConsumer)) {
            for (Element task : each.opens("/DFW/imports").elements(".row-card a")) {
                each.posts(task.attr("href") + "/cancellation");
            }
        }
    }

    @Test
    void of_many_begun_at_once_through_both_doors_as_many_are_as_may_be() throws Exception {
        cast.producer.opens("/DFW/imports").is(200);
        ApiClient apiClient = ApiClient.forUser(cast.producer);
        List<Callable<ConcurrentRequests.TimedResponse>> requests = new ArrayList<>();
        try (ConcurrentRequests concurrentRequests = new ConcurrentRequests()) {
            for (int each = 0; each < 12; each++) {
                UUID image = apiClient.creates("image " + each);
                requests.add(apiClient.timed(() -> startImportViaApi(apiClient, image)));
                requests.add(concurrentRequests.post(
                        cast.producer, "/DFW/imports", "name", "form " + each, "address", FakeMirror.urlOf(SLOW)));
            }
            List<Integer> answers = concurrentRequests.sendAll(requests).stream()
                    .map(ConcurrentRequests.TimedResponse::status)
                    .toList();
            long begun = answers.stream().filter(Set.of(202, 303)::contains).count();
            assertEquals(MAX_PER_ACCOUNT, begun, answers.toString());
            assertEquals(
                    24 - MAX_PER_ACCOUNT,
                    answers.stream().filter(Set.of(429, 422)::contains).count(),
                    answers.toString());
        }
        ApiClient.ApiResponse refused =
                startImportViaApi(apiClient, apiClient.creates("one more")).is(429);
        assertEquals("30", refused.header("Retry-After"));
        UUID others = ApiClient.forUser(cast.consumer).creates("another account's");
        startImportViaApi(ApiClient.forUser(cast.consumer), others).is(202);
    }

    @Test
    void the_same_form_sent_many_times_at_once_begins_one() throws Exception {
        cast.producer.opens("/DFW/imports").is(200);
        String[] form = {"id", UUID.randomUUID().toString(), "name", "once", "address", FakeMirror.urlOf(SLOW)};
        try (ConcurrentRequests concurrentRequests = new ConcurrentRequests()) {
            List<Callable<ConcurrentRequests.TimedResponse>> requests = new ArrayList<>();
            for (int each = 0; each < 8; each++) {
                requests.add(concurrentRequests.post(cast.producer, "/DFW/imports", form));
            }
            concurrentRequests.sendAll(requests).forEach(timedResponse -> assertEquals(303, timedResponse.status()));
        }
        assertEquals(1, imports(cast.producer).size());
    }

    @Test
    void ten_slow_imports_keep_nobody_elses_export_waiting() {
        UUID image = Cast.idOf(
                cast.consumer.uploads("DFW", "small", DiskFiles.raw(4096)).is(200));
        List<HtmlPage> slow = new ArrayList<>();
        for (int each = 0; each < MAX_PER_ACCOUNT; each++) {
            slow.add(startImport(cast.producer, SLOW));
        }
        TaskPage.awaitState(cast.producer, slow.get(0), "Running");
        for (int each = 0; each < 3; each++) {
            HtmlPage export =
                    cast.consumer.opens("/DFW/exports/new?image=" + image).presses("Start export");
            assertEquals("Completed", TaskPage.state(TaskPage.awaitFinished(cast.consumer, export)));
        }
        assertEquals(List.of("processing"), TaskTable.processingStates(cast.producer.account));
    }

    @Test
    void accounts_take_turns_and_each_one_s_oldest_task_is_first() {
        QuarkusTransaction.begin();
        try {
            for (int each = 0; each < 3; each++) {
                startExport(cast.producer, "first " + each);
            }
            startExport(cast.consumer, "second 0");
            startExport(cast.otherConsumer, "left out");
            startExport(cast.consumer, "second 1");
            List<String> taken = claimAll(Set.of(cast.otherConsumer.account));
            assertEquals(List.of("first 0", "second 0", "first 1", "second 1", "first 2"), taken);
        } finally {
            QuarkusTransaction.rollback(); // never committed
        }
    }

    @Test
    void what_nobody_can_begin_again_fails_while_every_place_is_held() {
        HtmlPage first = startImport(cast.producer, SLOW);
        HtmlPage second = startImport(cast.consumer, SLOW);
        TaskPage.awaitState(cast.producer, first, "Running");
        TaskPage.awaitState(cast.consumer, second, "Running");
        HtmlPage lost = startImport(cast.otherConsumer, SLOW);
        assertEquals("Pending", TaskPage.state(cast.otherConsumer.opens(lost.path())));
        TaskTable.expireLease(TaskPage.taskId(lost));
        TaskPage.awaitState(cast.otherConsumer, lost, "Failed").says("The portal stopped while this was running.");
        assertEquals("Running", TaskPage.state(cast.producer.opens(first.path())));
        assertEquals("Running", TaskPage.state(cast.consumer.opens(second.path())));
    }

    private static ApiClient.ApiResponse startImportViaApi(ApiClient apiClient, UUID image) {
        String body = "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + FakeMirror.urlOf(SLOW) + "\"}}";
        return apiClient.post("/v2/images/" + image + "/import", body);
    }

    private static HtmlPage startImport(TestUser testUser, String path) {
        return testUser.opens("/DFW/imports/new")
                .presses("Import", "name", "slow", "address", FakeMirror.urlOf(path))
                .is(200);
    }

    private static List<String> imports(TestUser testUser) {
        return testUser.opens("/DFW/imports").texts(".row-card");
    }

    private void startExport(TestUser testUser, String name) {
        Actor actor = new Actor(testUser.account, testUser.name, Role.ADMIN, "DFW");
        tasks.submit(actor, UUID.randomUUID(), new TaskRequest(TaskKind.EXPORT, UUID.randomUUID(), name, "{}"));
    }

    /** The names of this test's tasks in the order claimed. */
    private List<String> claimAll(Set<String> others) {
        List<String> names = new ArrayList<>();
        for (Optional<Task> next = claim(others); next.isPresent(); next = claim(others)) {
            names.add(next.get().imageName);
        }
        return names;
    }

    private Optional<Task> claim(Set<String> others) {
        return leases.claimNext(UUID.randomUUID(), others);
    }
}
