package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEventType;
import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.ConcurrentRequests.TimedResponse;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestEnvironment;
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

/** Concurrent starts of servers. Half of the threads use the form, half the API. */
@PortalTest
class ServerRacesTest {

    private static final int THREADS = 16;
    private static final int ROUNDS = TestEnvironment.isPostgres() ? 100 : 10;

    private final Cast cast = new Cast();
    private final ConcurrentRequests concurrentRequests = new ConcurrentRequests();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Inject
    StoreInspector inspector;

    @AfterEach
    void end() {
        concurrentRequests.close();
    }

    @Test
    void nothing_starts_once_a_removal_is_answered() throws Exception {
        UUID image = cast.image("revoked");
        cast.consumer.opens("/account");
        for (int round = 0; round < ROUNDS; round++) {
            owner.offers(image, cast.consumer.account).is(200);
            List<Callable<TimedResponse>> calls = starts(image, THREADS - 1);
            calls.add(concurrentRequests.post(
                    cast.producer, "/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal"));
            noneStartsAfterTheLast(concurrentRequests.sendAll(calls), 303);
            assertEquals(0, Server.count("source.image = ?1 and createdAt > ?2", image, removed(image)));
        }
    }

    /** When the last member was removed, under the image's row lock. */
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
            UUID data = inspector.dataKey(image);
            List<Callable<TimedResponse>> calls = starts(image, THREADS - 1);
            calls.add(owner.timed(() -> owner.delete("/v2/images/" + image)));
            noneStartsAfterTheLast(concurrentRequests.sendAll(calls), 204);
            assertEquals(servers(image) > 0, inspector.contains(data));
            endAll(image);
            assertFalse(inspector.contains(data));
        }
    }

    @Test
    void the_same_form_sent_many_times_at_once_makes_one_server() throws Exception {
        UUID image = cast.image("pressed");
        for (int round = 0; round < ROUNDS; round++) {
            UUID server = UUID.randomUUID();
            Callable<TimedResponse> press =
                    concurrentRequests.post(cast.producer, "/DFW/servers", fields(server, image));
            concurrentRequests.sendAll(copies(() -> press)).forEach(each -> {
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
            Callable<TimedResponse> delete =
                    concurrentRequests.post(cast.producer, "/DFW/servers/" + server + "/deletion");
            concurrentRequests.sendAll(copies(() -> delete)).forEach(each -> assertEquals(303, each.status()));
            assertEquals(2, ServerEvent.count("serverId", server));
        }
    }

    private List<Callable<TimedResponse>> starts(UUID image, int threads) {
        List<Callable<TimedResponse>> calls = new ArrayList<>();
        for (int each = 0; each < threads; each++) {
            calls.add(each % 2 == 0 ? twice(() -> byForm(image)) : twice(() -> byApi(image)));
        }
        return calls;
    }

    private Callable<TimedResponse> byForm(UUID image) {
        return concurrentRequests.post(cast.consumer, "/DFW/servers", fields(UUID.randomUUID(), image));
    }

    private Callable<TimedResponse> byApi(UUID image) {
        String body = "{\"name\":\"raced\",\"image\":\"" + image + "\",\"flavor\":\"small\"}";
        return consumer.timed(() -> consumer.post("/DFW/servers", body));
    }

    /** Starts a server twice in a row, so that some starts come before the removal and some after. */
    private static Callable<TimedResponse> twice(Supplier<Callable<TimedResponse>> start) {
        return () -> {
            start.get().call();
            return start.get().call();
        };
    }

    private static void noneStartsAfterTheLast(List<TimedResponse> answers, int done) {
        TimedResponse last = answers.get(answers.size() - 1);
        assertEquals(done, last.status());
        answers.subList(0, answers.size() - 1)
                .forEach(each -> assertTrue(
                        each.status() == 404
                                || List.of(201, 303).contains(each.status()) && each.sentNanos() < last.receivedNanos(),
                        each + " though " + last));
    }

    private void endAll(UUID image) {
        List<Server> left = Server.list("source.image", image);
        left.forEach(each -> ApiClient.forUser(cast.consumer)
                .delete("/DFW/servers/" + each.id)
                .is(204));
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
