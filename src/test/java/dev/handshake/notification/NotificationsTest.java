package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.NotAtGlance;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Both sides are notified in the portal of the other's actions, and of nothing else. */
@PortalTest
@AlsoAtGlance
class NotificationsTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final String producers = cast.producer.account;
    private final String consumers = cast.consumer.account;

    @Test
    void a_consumer_is_told_of_an_offer_and_finds_the_invitation() {
        cast.pending("offered-here");
        assertEquals(List.of("1 unread"), NotificationsPage.badge(cast.consumer));
        HtmlPage page = NotificationsPage.open(cast.consumer)
                .says("new", "offered", "Account " + producers + " offered you offered-here.");
        page.follows("offered-here").is(200).says("You have been offered this image");
        assertEquals(List.of(), NotificationsPage.texts(cast.producer));
        page.doesNotSay("Nora");
    }

    @Test
    void an_owner_is_told_the_latest_of_what_the_consumer_decides() {
        UUID image = cast.image("decided-here");
        owner.offers(image, consumers).is(200);
        for (String status : List.of("accepted", "accepted", "rejected", "pending")) {
            consumer.decides(image, consumers, status).is(200);
        }
        String who = "Account " + consumers;
        assertEquals(
                List.of(who + " moved decided-here back to pending. This is the latest of 3 changes."),
                NotificationsPage.texts(cast.producer));
        cast.producer
                .posts("/DFW/notifications/"
                        + Notification.<Notification>find("account", producers).firstResult().id + "/reading")
                .is(200);
        consumer.decides(image, consumers, "accepted").is(200);
        assertEquals(
                List.of(
                        who + " accepted decided-here.",
                        who + " moved decided-here back to pending. This is the latest of 3 changes."),
                NotificationsPage.texts(cast.producer));
        NotificationsPage.open(cast.producer).doesNotSay("Iris");
        assertEquals(1, NotificationsPage.texts(cast.consumer).size());
    }

    @Test
    @NotAtGlance
    void members_are_told_that_an_image_is_taken_back_halted_or_gone() {
        UUID image = cast.accepted("fated");
        String path = "/v2/images/" + image;
        owner.post(path + "/actions/deactivate", "").is(204);
        owner.post(path + "/actions/reactivate", "").is(204);
        owner.removes(image, consumers).is(204);
        owner.offers(image, consumers).is(200);
        owner.delete(path).is(204);
        String who = "Account " + producers;
        assertEquals(
                List.of(
                        who + " deleted fated.",
                        who + " offered you fated. This is the latest of 3 changes.",
                        who + " reactivated fated. Its data is available again. This is the latest of 2 changes."),
                NotificationsPage.texts(cast.consumer));
        NotificationsPage.open(cast.consumer).follows("fated").is(200).says("History");
        assertEquals(List.of("Account " + consumers + " accepted fated."), NotificationsPage.texts(cast.producer));
    }

    @Test
    @NotAtGlance
    void both_sides_are_told_of_what_an_operator_did() {
        UUID image = cast.pending("operated");
        String operators = Cast.newAccountNumber();
        ApiClient operator = new ApiClient(FakeKeystone.token(operators, "admin"));
        operator.decides(image, consumers, "accepted").is(200);
        operator.removes(image, consumers).is(204);
        operator.delete("/v2/images/" + image).is(204);
        String who = "Account " + operators;
        assertEquals(
                List.of(
                        who + " removed your account from operated.",
                        who + " accepted operated on behalf of your account.",
                        "Account " + producers + " offered you operated."),
                NotificationsPage.texts(cast.consumer));
        assertEquals(
                List.of(
                        who + " deleted operated.",
                        who + " removed account " + consumers + " from operated.",
                        "Account " + consumers + " accepted operated."),
                NotificationsPage.texts(cast.producer));
    }

    @Test
    void what_did_not_happen_is_not_told() {
        UUID image = cast.pending("unchanged");
        owner.offers(image, consumers).is(409);
        ApiClient.forUser(cast.stranger).decides(image, consumers, "accepted").is(404);
        consumer.removes(image, consumers).is(403);
        assertEquals(1, NotificationsPage.texts(cast.consumer).size());
        assertEquals(List.of(), NotificationsPage.texts(cast.producer));
    }

    @Test
    void a_stranger_is_told_nothing_and_everything_stays_in_its_region() {
        cast.pending("far-away");
        NotificationsPage.open(cast.stranger).says("No notifications yet").doesNotSay("far-away");
        cast.consumer
                .opens("/ORD/notifications")
                .is(200)
                .says("1 unread in DFW")
                .doesNotSay("far-away");
        cast.consumer.opens("/SYD/notifications").is(404);
    }

    @Test
    void a_number_that_nobody_has_makes_no_difference_to_who_offers() {
        UUID image = cast.image("discreet");
        String nobody = Cast.newAccountNumber();
        cast.otherConsumer.opens("/DFW/notifications").is(200);
        String known = owner.offers(image, cast.otherConsumer.account).is(200).text();
        String unknown = owner.offers(image, nobody).is(200).text();
        assertEquals(
                known.replace(cast.otherConsumer.account, "N").replaceAll("\\d\\d:\\d\\dZ", ""),
                unknown.replace(nobody, "N").replaceAll("\\d\\d:\\d\\dZ", ""));
        assertEquals(2, Notification.count("imageId", image));
    }

    @Test
    @NotAtGlance
    void the_count_is_bounded_and_the_list_goes_on_page_by_page() {
        for (int each = 0; each < 100; each++) {
            owner.offers(owner.creates("busy-" + each), consumers).is(200);
        }
        assertEquals(List.of("99+ unread"), NotificationsPage.badge(cast.consumer));
        HtmlPage first = NotificationsPage.open(cast.consumer);
        HtmlPage second = first.follows("Next page").is(200);
        assertEquals(
                List.of(25, 25),
                List.of(
                        first.texts(".notification").size(),
                        second.texts(".notification").size()));
        assertTrue(first.elements(".notification form").stream()
                .noneMatch(form -> second.html().contains(form.attr("action"))));
        cast.consumer
                .opens("/DFW/notifications?show=unread")
                .follows("Next page")
                .is(200)
                .says("All", "Unread");
    }
}
