package dev.handshake.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.ConcurrentRequests.TimedResponse;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A producer reminds a consumer that has not decided: once in 7 days, and at most 3 times. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class RemindersTest {

    private final Cast cast = new Cast();

    @Test
    void a_consumer_is_reminded_and_both_sides_see_it() {
        UUID image = cast.pending("waiting");
        HtmlPage page =
                cast.producer.opens(page(image)).presses("Remind account").is(200);
        page.says(cast.consumer.account + " has been reminded", "reminded just now, for the 1st time; next from");
        assertFalse(page.hasAction("Remind account"));
        cast.consumer.opens("/DFW/invitations").is(200).says("reminded just now");
        cast.consumer.opens(page(image)).says("reminded just now");
        String words =
                "Account " + cast.producer.account + " reminded you of waiting. It is waiting for your decision.";
        cast.consumer.opens("/DFW/notifications").says(words);
        assertEquals(
                "reminded",
                cast.consumer.opens("/DFW/history").texts(".history .status").get(0));
        assertEquals(
                "reminded",
                cast.producer
                        .opens(page(image) + "/history")
                        .texts(".history .status")
                        .get(0));
        cast.producer.opens("/DFW/notifications").says("No notifications yet");
    }

    @Test
    void it_is_possible_again_after_seven_days_and_three_times_in_all() {
        UUID image = cast.pending("thrice");
        for (String time : List.of("1st", "2nd", "3rd")) {
            cast.producer.opens(page(image)).presses("Remind account").is(200).says("the " + time + " time");
            reminds(cast.producer, image).is(409);
            advanceTime(image, Duration.ofDays(6));
            reminds(cast.producer, image).is(409);
            advanceTime(image, Duration.ofDays(1));
        }
        reminds(cast.producer, image).is(409).says("reminded of an offer at most 3 times");
        HtmlPage page = cast.producer.opens(page(image)).says("for the 3rd time; no more");
        assertFalse(page.hasAction("Remind account"));
        cast.consumer.opens("/DFW/invitations").says("reminded 7 days ago, for the 3rd time");
    }

    @Test
    void the_answer_says_from_when_on_it_is_possible_again() {
        UUID image = cast.pending("hurried");
        reminds(cast.producer, image).is(200);
        reminds(cast.producer, image).is(409).says("You can send the next reminder from", "UTC.");
    }

    @Test
    void an_offer_made_anew_starts_anew() {
        UUID image = cast.pending("renewed");
        reminds(cast.producer, image).is(200);
        cast.producer.posts(offers(image) + "/removal").is(200);
        reminds(cast.producer, image).is(404);
        cast.offers(image, cast.consumer.account);
        cast.consumer.opens("/DFW/invitations").says("renewed").doesNotSay(" reminded");
        reminds(cast.producer, image).is(200).says("the 1st time");
    }

    @Test
    void only_who_has_not_answered_is_reminded() {
        for (UUID image : List.of(cast.accepted("wanted"), cast.rejected("unwanted"))) {
            assertFalse(cast.producer.opens(page(image)).hasAction("Remind"));
            reminds(cast.producer, image).is(409).says("has already decided");
        }
    }

    @Test
    void a_creator_reminds_and_an_observer_a_consumer_and_a_stranger_do_not() {
        UUID image = cast.pending("guarded");
        assertFalse(cast.observer.opens(page(image)).hasAction("Remind"));
        assertFalse(cast.observer.opens("/DFW/offers").hasAction("Remind"));
        reminds(cast.observer, image).is(403).says("requires the creator role");
        reminds(cast.consumer, image).is(403);
        reminds(cast.stranger, image).is(404);
        cast.producer.posts("/DFW/images/" + image + "/offers/4711/reminders").is(404);
        var foreign = cast.producer.formPost(offers(image) + "/reminders").header("Origin", "https://evil.example");
        assertEquals(403, cast.producer.send(foreign).status());
        cast.consumer.opens(page(image)).doesNotSay("reminded");
        cast.creator.opens(page(image)).presses("Remind account").is(200).says("the 1st time");
    }

    @Test
    void from_the_list_of_offers_it_leads_back_there() {
        cast.pending("listed");
        HtmlPage page =
                cast.creator.opens("/DFW/offers").presses("Remind account").is(200);
        assertEquals("/DFW/offers", page.path());
        page.says("has been reminded", "for the 1st time; next from");
        assertFalse(page.hasAction("Remind account"));
    }

    @Test
    void a_number_that_nobody_has_is_reminded_the_same_way() {
        UUID image = cast.image("discreet");
        String nobody = Cast.newAccountNumber();
        cast.otherConsumer.opens("/DFW/notifications").is(200);
        cast.offers(image, cast.otherConsumer.account, nobody);
        String path = page(image) + "/offers/";
        HtmlPage known = cast.producer
                .posts(path + cast.otherConsumer.account + "/reminders")
                .is(200);
        HtmlPage unknown = cast.producer.posts(path + nobody + "/reminders").is(200);
        assertEquals(
                known.element(".note").text().replace(cast.otherConsumer.account, "N"),
                unknown.element(".note").text().replace(nobody, "N"));
        List<String> rows = unknown.texts(".table tbody tr");
        assertEquals(
                rows.get(0).replaceAll(cast.otherConsumer.account + "|" + nobody, "N"),
                rows.get(1).replaceAll(cast.otherConsumer.account + "|" + nobody, "N"));
    }

    @Test
    void who_muted_the_producer_is_not_disturbed_and_the_producer_does_not_learn_it() {
        cast.consumer
                .posts("/DFW/notifications/mutes", "number", cast.producer.account)
                .is(200);
        UUID image = cast.pending("muted");
        cast.producer.opens(page(image)).presses("Remind account").is(200).says("has been reminded", "the 1st time");
        assertEquals(List.of(), cast.consumer.opens("/DFW/notifications").texts(".bell .count"));
        cast.consumer.opens("/DFW/invitations").says("reminded just now");
    }

    @Test
    void of_two_reminders_at_once_one_is_made() throws Exception {
        UUID image = cast.pending("raced");
        cast.producer.opens("/account");
        try (ConcurrentRequests concurrentRequests = new ConcurrentRequests()) {
            Callable<TimedResponse> reminder = concurrentRequests.post(cast.producer, offers(image) + "/reminders");
            List<TimedResponse> answers = concurrentRequests.sendAll(Collections.nCopies(16, reminder));
            assertEquals(
                    1, answers.stream().filter(each -> each.status() == 303).count());
            assertTrue(answers.stream().allMatch(each -> each.status() == 303 || each.status() == 409));
        }
        cast.producer.opens(page(image)).says("the 1st time");
    }

    private HtmlPage reminds(TestUser testUser, UUID image) {
        return testUser.posts(offers(image) + "/reminders");
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }

    private String offers(UUID image) {
        return page(image) + "/offers/" + cast.consumer.account;
    }

    /** Moves the last reminder into the past. */
    private static void advanceTime(UUID image, Duration time) {
        QuarkusTransaction.requiringNew().run(() -> {
            Reminder last = Reminder.find("imageId", image).firstResult();
            last.lastAt = last.lastAt.minus(time);
        });
    }
}
