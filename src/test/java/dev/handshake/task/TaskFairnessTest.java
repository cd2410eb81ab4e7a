package dev.handshake.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.Cast;
import dev.handshake.Mirror;
import dev.handshake.Page;
import dev.handshake.Person;
import dev.handshake.PortalTest;
import dev.handshake.Rush;
import dev.handshake.Script;
import dev.handshake.TaskPage;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.disk.DiskFiles;
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

/** One account's tasks, however many and however slow, leave the others theirs. A replica does two at once here. */
@PortalTest
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
        for (Person each : List.of(cast.producer, cast.consumer, cast.another)) {
            for (Element task : each.opens("/DFW/imports").all(".row-card a")) {
                each.posts(task.attr("href") + "/cancellation");
            }
        }
    }

    @Test
    void of_many_begun_at_once_through_both_doors_as_many_are_as_may_be() throws Exception {
        cast.producer.opens("/DFW/imports").is(200);
        Script script = Script.of(cast.producer);
        List<Callable<Rush.Answer>> requests = new ArrayList<>();
        try (Rush rush = new Rush()) {
            for (int each = 0; each < 12; each++) {
                UUID image = script.creates("image " + each);
                requests.add(script.rushing(() -> startImportViaApi(script, image)));
                requests.add(
                        rush.post(cast.producer, "/DFW/imports", "name", "form " + each, "address", Mirror.at(SLOW)));
            }
            List<Integer> answers =
                    rush.all(requests).stream().map(Rush.Answer::status).toList();
            long begun = answers.stream().filter(Set.of(202, 303)::contains).count();
            assertEquals(MAX_PER_ACCOUNT, begun, answers.toString());
            assertEquals(
                    24 - MAX_PER_ACCOUNT,
                    answers.stream().filter(Set.of(429, 422)::contains).count(),
                    answers.toString());
        }
        Script.Answer refused =
                startImportViaApi(script, script.creates("one more")).is(429);
        assertEquals("30", refused.header("Retry-After"));
        UUID others = Script.of(cast.consumer).creates("another account's");
        startImportViaApi(Script.of(cast.consumer), others).is(202);
    }

    @Test
    void the_same_form_sent_many_times_at_once_begins_one() throws Exception {
        cast.producer.opens("/DFW/imports").is(200);
        String[] form = {"id", UUID.randomUUID().toString(), "name", "once", "address", Mirror.at(SLOW)};
        try (Rush rush = new Rush()) {
            List<Callable<Rush.Answer>> requests = new ArrayList<>();
            for (int each = 0; each < 8; each++) {
                requests.add(rush.post(cast.producer, "/DFW/imports", form));
            }
            rush.all(requests).forEach(answer -> assertEquals(303, answer.status()));
        }
        assertEquals(1, imports(cast.producer).size());
    }

    @Test
    void ten_slow_imports_keep_nobody_elses_export_waiting() {
        UUID image = Cast.idOf(
                cast.consumer.brings("DFW", "small", DiskFiles.raw(4096)).is(200));
        List<Page> slow = new ArrayList<>();
        for (int each = 0; each < MAX_PER_ACCOUNT; each++) {
            slow.add(startImport(cast.producer, SLOW));
        }
        TaskPage.until(cast.producer, slow.get(0), "processing");
        for (int each = 0; each < 3; each++) {
            Page export = cast.consumer.opens("/DFW/exports/new?image=" + image).presses("Prepare it");
            assertEquals("success", TaskPage.state(TaskPage.over(cast.consumer, export)));
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
            startExport(cast.another, "left out");
            startExport(cast.consumer, "second 1");
            List<String> taken = claimAll(Set.of(cast.another.account));
            assertEquals(List.of("first 0", "second 0", "first 1", "second 1", "first 2"), taken);
        } finally {
            QuarkusTransaction.rollback(); // nobody else saw them
        }
    }

    @Test
    void what_nobody_can_begin_again_fails_while_every_place_is_held() {
        Page first = startImport(cast.producer, SLOW);
        Page second = startImport(cast.consumer, SLOW);
        TaskPage.until(cast.producer, first, "processing");
        TaskPage.until(cast.consumer, second, "processing");
        Page lost = startImport(cast.another, SLOW);
        assertEquals("pending", TaskPage.state(cast.another.opens(lost.path())));
        TaskTable.expireLease(TaskPage.id(lost));
        TaskPage.until(cast.another, lost, "failure").says("The portal stopped in the middle of it.");
        assertEquals("processing", TaskPage.state(cast.producer.opens(first.path())));
        assertEquals("processing", TaskPage.state(cast.consumer.opens(second.path())));
    }

    private static Script.Answer startImportViaApi(Script script, UUID image) {
        String body = "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + Mirror.at(SLOW) + "\"}}";
        return script.post("/v2/images/" + image + "/import", body);
    }

    private static Page startImport(Person person, String path) {
        return person.opens("/DFW/imports/new")
                .presses("Fetch it", "name", "slow", "address", Mirror.at(path))
                .is(200);
    }

    private static List<String> imports(Person person) {
        return person.opens("/DFW/imports").texts(".row-card");
    }

    private void startExport(Person person, String name) {
        Actor actor = new Actor(person.account, person.name, Role.ADMIN, "DFW");
        tasks.submit(actor, UUID.randomUUID(), new TaskRequest(TaskKind.EXPORT, UUID.randomUUID(), name, "{}"));
    }

    /** What this test began, in the order in which it is taken up. */
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
