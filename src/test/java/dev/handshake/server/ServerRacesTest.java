package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.PortalTest;
import dev.handshake.Rush;
import dev.handshake.Rush.Answer;
import dev.handshake.Script;
import dev.handshake.Surroundings;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEventType;
import dev.handshake.imagedata.StoreInspector;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must hold when everybody starts at the same moment. Half of the threads come by the form, half by the API. */
@PortalTest
class ServerRacesTest {

    private static final int THREADS = 16;
    private static final int ROUNDS = Surroundings.isPostgres() ? 100 : 10;

    private final Cast cast = new Cast();
    private final Rush rush = new Rush();
    private final Script owner = Script.of(cast.producer);
    private final Script consumer = Script.of(cast.consumer);

    @Inject
    StoreInspector vault;

    @AfterEach
    void end() {
        rush.close();
    }

    @Test
    void nothing_starts_once_a_removal_is_answered() throws Exception {
        UUID image = cast.image("revoked");
        cast.consumer.opens("/account");
        for (int round = 0; round < ROUNDS; round++) {
            owner.offers(image, cast.consumer.account).is(200);
            List<Callable<Answer>> calls = starts(image, THREADS - 1);
            calls.add(
                    rush.post(cast.producer, "/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal"));
            noneStartsAfterTheLast(rush.all(calls), 303);
            assertEquals(0, Server.count("source.image = ?1 and createdAt > ?2", image, removed(image)));
        }
    }

    /** When the rule itself, with the image's row locked, removed the last member. */
    private static Instant removed(UUID image) {
        return HistoryEntry.<HistoryEntry>find(
                        "imageId = ?1 and eventType = ?2 order by at desc", image, HistoryEventType.REMOVED)
                .firstResult()
                .at;
    }

    @Test
    void nothing_starts_from_a_deleted_image_and_what_started_has_its_data() throws Exception {
        cast.consumer.opens("/account");
        for (int round = 0; round < ROUNDS; round++) {
            UUID image = cast.image("deleted-" + round);
            owner.offers(image, cast.consumer.account).is(200);
            UUID data = vault.dataKey(image);
            List<Callable<Answer>> calls = starts(image, THREADS - 1);
            calls.add(owner.rushing(() -> owner.delete("/v2/images/" + image)));
            noneStartsAfterTheLast(rush.all(calls), 204);
            assertEquals(servers(image) > 0, vault.contains(data));
            endAll(image);
            assertFalse(vault.contains(data));
        }
    }

    @Test
    void the_same_form_sent_many_times_at_once_makes_one_server() throws Exception {
        UUID image = cast.image("pressed");
        for (int round = 0; round < ROUNDS; round++) {
            UUID server = UUID.randomUUID();
            Callable<Answer> press = rush.post(cast.producer, "/DFW/servers", fields(server, image));
            rush.all(copies(() -> press)).forEach(each -> {
                assertEquals(303, each.status());
                assertTrue(each.location().endsWith("/DFW/servers/" + server));
            });
            assertEquals(1, ServerEvent.count("serverId", server));
        }
    }

    @Test
    void many_deletions_at_once_are_one() throws Exception {
        UUID image = cast.image("ended");
        for (int round = 0; round < ROUNDS; round++) {
            UUID server = cast.server(cast.producer, image, "round-" + round);
            Callable<Answer> delete = rush.post(cast.producer, "/DFW/servers/" + server + "/deletion");
            rush.all(copies(() -> delete)).forEach(each -> assertEquals(303, each.status()));
            assertEquals(2, ServerEvent.count("serverId", server));
        }
    }

    private List<Callable<Answer>> starts(UUID image, int threads) {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int each = 0; each < threads; each++) {
            calls.add(each % 2 == 0 ? twice(() -> byForm(image)) : twice(() -> byApi(image)));
        }
        return calls;
    }

    private Callable<Answer> byForm(UUID image) {
        return rush.post(cast.consumer, "/DFW/servers", fields(UUID.randomUUID(), image));
    }

    private Callable<Answer> byApi(UUID image) {
        String body = "{\"name\":\"raced\",\"image\":\"" + image + "\",\"flavor\":\"small\"}";
        return consumer.rushing(() -> consumer.post("/DFW/servers", body));
    }

    /** Starts, and starts again when that is answered, so that some come before and some after. */
    private static Callable<Answer> twice(Supplier<Callable<Answer>> start) {
        return () -> {
            start.get().call();
            return start.get().call();
        };
    }

    private static void noneStartsAfterTheLast(List<Answer> answers, int done) {
        Answer last = answers.get(answers.size() - 1);
        assertEquals(done, last.status());
        answers.subList(0, answers.size() - 1)
                .forEach(each -> assertTrue(
                        each.status() == 404
                                || List.of(201, 303).contains(each.status()) && each.asked() < last.answered(),
                        each + " though " + last));
    }

    private void endAll(UUID image) {
        List<Server> left = Server.list("source.image", image);
        left.forEach(each ->
                Script.of(cast.consumer).delete("/DFW/servers/" + each.id).is(204));
    }

    private static long servers(UUID image) {
        return Server.count("source.image", image);
    }

    private static String[] fields(UUID server, UUID image) {
        return new String[] {"server", "" + server, "image", "" + image, "name", "raced", "flavor", "small"};
    }

    private static <T> List<T> copies(Supplier<T> each) {
        return IntStream.range(0, THREADS).mapToObj(one -> each.get()).toList();
    }
}
