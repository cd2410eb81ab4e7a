package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEventType;
import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.ConcurrentRequests.TimedResponse;
import dev.handshake.testing.OfferForm;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestEnvironment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Concurrent changes: 16 threads, 200 rounds on PostgreSQL; fewer on H2, which is not used in production. */
@PortalTest
@AlsoAtGlance
class SharingRaceTest {

    private static final int THREADS = 16;
    private static final int ROUNDS = TestEnvironment.isPostgres() ? 200 : 10;

    private final Cast cast = new Cast();
    private final ConcurrentRequests concurrent = new ConcurrentRequests();

    @AfterEach
    void closeRequests() {
        concurrent.close();
    }

    @Test
    void the_same_offer_at_once_makes_one_membership() throws Exception {
        UUID image = cast.image("raced");
        for (int round = 0; round < ROUNDS; round++) {
            List<TimedResponse> answers =
                    concurrent.sendAll(copies(THREADS, () -> offer(image, UUID.randomUUID(), "4711")));
            assertStatuses(answers, 303);
            assertEquals(1, members(image));
            assertEquals(round + 1, history(image, HistoryEventType.OFFERED));
            removeAll(image);
        }
    }

    @Test
    void the_same_button_pressed_twice_has_one_result() throws Exception {
        UUID image = cast.image("double-clicked");
        for (int round = 0; round < ROUNDS; round++) {
            UUID button = UUID.randomUUID();
            List<TimedResponse> answers = concurrent.sendAll(copies(THREADS, () -> offer(image, button, "4711")));
            assertStatuses(answers, 303);
            assertEquals(
                    1, answers.stream().map(TimedResponse::location).distinct().count());
            cast.producer.opens("/DFW/offer-batches/" + button).is(200).says("4711 double-clicked pending");
            removeAll(image);
        }
    }

    @Test
    void the_quota_is_never_passed() throws Exception {
        UUID image = cast.image("full");
        cast.offers(image, IntStream.range(0, 125).mapToObj(each -> "10" + each).toArray(String[]::new));
        for (int round = 0; round < ROUNDS; round++) {
            List<Callable<TimedResponse>> offers = IntStream.range(0, THREADS)
                    .mapToObj(each -> offer(image, UUID.randomUUID(), "999" + each))
                    .toList();
            assertStatuses(concurrent.sendAll(offers), 303);
            assertEquals(128, members(image));
            String[] added = IntStream.range(0, THREADS)
                    .boxed()
                    .flatMap(each -> Stream.of("offer", image + "~999" + each))
                    .toArray(String[]::new);
            cast.producer.posts("/DFW/offers/removals", added).is(200);
            assertEquals(125, members(image));
        }
    }

    @Test
    void no_acceptance_comes_after_a_removal_and_none_is_left() throws Exception {
        UUID image = cast.image("revoked");
        cast.consumer.opens("/account");
        String acceptance = "/DFW/invitations/" + image + "/acceptance";
        for (int round = 0; round < ROUNDS; round++) {
            cast.offers(image, cast.consumer.account);
            List<Callable<TimedResponse>> requests = new ArrayList<>(copies(THREADS - 1, () -> repeat(acceptance)));
            requests.add(removal(image));
            List<TimedResponse> answers = concurrent.sendAll(requests);
            TimedResponse removal = answers.get(THREADS - 1);
            assertEquals(303, removal.status());
            assertEquals(0, members(image));
            answers.subList(0, THREADS - 1).forEach(each -> assertNoSuccessAfter(each, removal));
        }
    }

    @Test
    void many_acceptances_at_once_leave_one_line_of_history() throws Exception {
        UUID image = cast.image("wanted");
        cast.consumer.opens("/account");
        for (int round = 0; round < ROUNDS; round++) {
            cast.offers(image, cast.consumer.account);
            Callable<TimedResponse> accept =
                    concurrent.post(cast.consumer, "/DFW/invitations/" + image + "/acceptance");
            assertStatuses(concurrent.sendAll(copies(THREADS, () -> accept)), 303);
            assertEquals(round + 1, history(image, HistoryEventType.ACCEPTED));
            removeAll(image);
        }
    }

    @Test
    void offers_of_the_same_images_in_any_order_do_not_hold_each_other_up() throws Exception {
        List<UUID> images = List.of(cast.image("one"), cast.image("two"), cast.image("three"));
        for (int round = 0; round < ROUNDS / 10; round++) {
            List<Callable<TimedResponse>> offers = IntStream.range(0, THREADS)
                    .mapToObj(each -> concurrent.post(
                            cast.producer,
                            OfferForm.PATH,
                            OfferForm.fields(
                                    UUID.randomUUID(), each % 2 == 0 ? images : reversed(images), "500" + each)))
                    .toList();
            assertStatuses(concurrent.sendAll(offers), 303);
            images.forEach(image -> assertEquals(THREADS, members(image)));
            images.forEach(this::removeAll);
        }
    }

    private Callable<TimedResponse> offer(UUID image, UUID offering, String account) {
        return concurrent.post(cast.producer, OfferForm.PATH, OfferForm.fields(offering, List.of(image), account));
    }

    private Callable<TimedResponse> removal(UUID image) {
        return concurrent.post(cast.producer, path(image) + "/offers/" + cast.consumer.account + "/removal");
    }

    /** Accepts twice in a row, so that some acceptances come before the removal and some after. */
    private Callable<TimedResponse> repeat(String acceptance) {
        Callable<TimedResponse> accept = concurrent.post(cast.consumer, acceptance);
        return () -> {
            accept.call();
            return accept.call();
        };
    }

    private static void assertNoSuccessAfter(TimedResponse acceptance, TimedResponse removal) {
        assertTrue(
                acceptance.status() == 404
                        || acceptance.status() == 303 && acceptance.sentNanos() < removal.receivedNanos(),
                acceptance + " though " + removal);
    }

    private void removeAll(UUID image) {
        cast.producer
                .posts("/DFW/offers/removals", "image", "" + image, "who", "all", "confirmation", "" + members(image))
                .is(200);
        assertEquals(0, members(image));
    }

    private long members(UUID image) {
        return Membership.count("imageId", image);
    }

    private long history(UUID image, HistoryEventType historyEventType) {
        return HistoryEntry.count("imageId = ?1 and eventType = ?2", image, historyEventType);
    }

    private static void assertStatuses(List<TimedResponse> answers, int status) {
        answers.forEach(each -> assertEquals(status, each.status(), each::toString));
    }

    private static <T> List<T> copies(int number, Supplier<T> each) {
        return IntStream.range(0, number).mapToObj(one -> each.get()).toList();
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String path(UUID image) {
        return "/DFW/images/" + image;
    }
}
