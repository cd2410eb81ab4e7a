package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.sharing.Membership;
import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.ConcurrentRequests.TimedResponse;
import dev.handshake.testing.OfferForm;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same races as for pages, with half of the threads using the API. */
@PortalTest
@AlsoAtGlance
class PageApiRaceTest {

    private static final int REQUESTS_PER_DOOR = 8;
    private static final int ROUNDS = TestEnvironment.isPostgres() ? 100 : 10;

    private final Cast cast = new Cast();
    private final ConcurrentRequests concurrent = new ConcurrentRequests();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final String member = cast.consumer.account;

    @AfterEach
    void closeRequests() {
        concurrent.close();
    }

    @Test
    void the_same_offer_through_both_doors_makes_one_membership() throws Exception {
        UUID image = cast.image("raced");
        for (int round = 0; round < ROUNDS; round++) {
            List<Callable<TimedResponse>> offers = new ArrayList<>();
            for (int each = 0; each < REQUESTS_PER_DOOR; each++) {
                offers.add(owner.timed(() -> owner.offers(image, "4711")));
                offers.add(concurrent.post(cast.producer, OfferForm.PATH, OfferForm.fields(image, "4711")));
            }
            List<Integer> statuses = concurrent.sendAll(offers).stream()
                    .map(TimedResponse::status)
                    .distinct()
                    .toList();
            assertTrue(List.of(200, 303, 409).containsAll(statuses), statuses::toString);
            assertEquals(1, members(image));
            owner.removes(image, "4711").is(204);
        }
    }

    @Test
    void the_quota_is_never_passed_by_both_together() throws Exception {
        UUID image = cast.image("full");
        cast.offers(image, IntStream.range(0, 125).mapToObj(each -> "10" + each).toArray(String[]::new));
        for (int round = 0; round < ROUNDS; round++) {
            List<Callable<TimedResponse>> offers = new ArrayList<>();
            for (int each = 0; each < REQUESTS_PER_DOOR; each++) {
                String number = "999" + each;
                offers.add(owner.timed(() -> owner.offers(image, number)));
                offers.add(concurrent.post(cast.producer, OfferForm.PATH, OfferForm.fields(image, "888" + each)));
            }
            concurrent.sendAll(offers);
            assertEquals(128, members(image));
            String[] added = Stream.of("999", "888")
                    .flatMap(each -> IntStream.range(0, REQUESTS_PER_DOOR).mapToObj(last -> each + last))
                    .flatMap(number -> Stream.of("offer", image + "~" + number))
                    .toArray(String[]::new);
            cast.producer.posts("/DFW/offers/removals", added).is(200);
        }
    }

    @Test
    void no_acceptance_by_the_api_comes_after_a_removal_by_the_page() throws Exception {
        UUID image = cast.image("revoked");
        for (int round = 0; round < ROUNDS; round++) {
            owner.offers(image, member).is(200);
            List<Callable<TimedResponse>> calls = acceptances(image);
            calls.add(concurrent.post(cast.producer, "/DFW/images/" + image + "/offers/" + member + "/removal"));
            assertStaysRemoved(image, concurrent.sendAll(calls), 303, 200);
        }
    }

    @Test
    void no_acceptance_by_the_page_comes_after_a_removal_by_the_api() throws Exception {
        UUID image = cast.image("revoked");
        cast.consumer.opens("/account");
        for (int round = 0; round < ROUNDS; round++) {
            owner.offers(image, member).is(200);
            Callable<TimedResponse> accept =
                    concurrent.post(cast.consumer, "/DFW/invitations/" + image + "/acceptance");
            List<Callable<TimedResponse>> calls = new ArrayList<>();
            for (int each = 0; each < REQUESTS_PER_DOOR; each++) {
                calls.add(repeat(accept));
            }
            calls.add(owner.timed(() -> owner.removes(image, member)));
            assertStaysRemoved(image, concurrent.sendAll(calls), 204, 303);
        }
    }

    private List<Callable<TimedResponse>> acceptances(UUID image) {
        List<Callable<TimedResponse>> calls = new ArrayList<>();
        for (int each = 0; each < REQUESTS_PER_DOOR; each++) {
            calls.add(repeat(consumer.timed(() -> consumer.decides(image, member, "accepted"))));
        }
        return calls;
    }

    private static Callable<TimedResponse> repeat(Callable<TimedResponse> accept) {
        return () -> {
            accept.call();
            return accept.call();
        };
    }

    private void assertStaysRemoved(UUID image, List<TimedResponse> answers, int removed, int accepted) {
        TimedResponse removal = answers.get(answers.size() - 1);
        assertEquals(removed, removal.status());
        assertEquals(0, members(image));
        answers.subList(0, answers.size() - 1)
                .forEach(each -> assertTrue(
                        each.status() == 404 || each.status() == accepted && each.sentNanos() < removal.receivedNanos(),
                        each + " though " + removal));
    }

    private static long members(UUID image) {
        return Membership.count("imageId", image);
    }
}
