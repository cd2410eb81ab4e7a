package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Any user of the account can mark notifications as read, for the whole account; nobody else can. */
@PortalTest
class MarkNotificationsReadTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    private void offers(String... names) {
        for (String name : names) {
            owner.offers(owner.creates(name), cast.consumer.account).is(200);
        }
    }

    @Test
    void an_observer_marks_one_and_then_all() {
        offers("one", "two", "three");
        HtmlPage page = NotificationsPage.open(cast.consumerObserver)
                .presses("Mark as read")
                .is(200)
                .says("Marked as read.");
        assertEquals(List.of("2 unread"), NotificationsPage.badge(cast.consumer));
        assertFalse(page.elements(".notification").get(0).hasClass("notification-unread"));
        assertTrue(page.elements(".notification").get(1).hasClass("notification-unread"));
        assertEquals(
                2,
                cast.consumer
                        .opens("/DFW/notifications?show=unread")
                        .texts(".notification")
                        .size());
        page.presses("Mark all as read").is(200).says("All notifications are marked as read.");
        assertEquals(List.of(), NotificationsPage.badge(cast.consumer));
        HtmlPage read = NotificationsPage.open(cast.consumer);
        assertFalse(read.hasAction("Mark"));
        assertEquals(3, read.texts(".notification").size());
        cast.consumer.opens("/DFW/notifications?show=unread").says("No unread notifications");
    }

    @Test
    void what_comes_after_the_page_was_opened_stays_unread() {
        offers("seen");
        HtmlPage page = NotificationsPage.open(cast.consumer);
        offers("unseen");
        page.presses("Mark all as read").is(200);
        assertEquals(List.of("1 unread"), NotificationsPage.badge(cast.consumer));
        assertTrue(NotificationsPage.open(cast.consumer)
                .elements(".notification-unread")
                .get(0)
                .text()
                .contains("unseen"));
    }

    @Test
    void marking_twice_is_as_good_as_once() {
        offers("again");
        HtmlPage page = NotificationsPage.open(cast.consumer);
        for (int each = 0; each < 2; each++) {
            page.presses("Mark as read").is(200);
            page.presses("Mark all as read").is(200);
        }
        assertEquals(List.of(), NotificationsPage.badge(cast.consumer));
    }

    @Test
    void nobody_marks_what_another_account_is_told() {
        offers("kept");
        String action = NotificationsPage.open(cast.consumer)
                .element(".notification form")
                .attr("action");
        cast.stranger.posts(action).is(404);
        cast.producer.posts(action).is(404);
        cast.consumer.posts(action.replace("DFW", "ORD")).is(404);
        cast.stranger.posts("/DFW/notifications/readings").is(200);
        assertEquals(List.of("1 unread"), NotificationsPage.badge(cast.consumer));
    }

    @Test
    void looking_changes_nothing_and_neither_does_a_foreign_page() {
        offers("untouched");
        HtmlPage page = NotificationsPage.open(cast.consumer);
        page.follows("untouched").is(200);
        String action = page.element(".notification form").attr("action");
        for (String path : List.of(
                action,
                "/DFW/notifications/readings",
                "/DFW/notifications/mutes",
                "/DFW/notifications/settings/mails")) {
            int status = cast.consumer.opens(path).status();
            assertTrue(status == 404 || status == 405, path + ": " + status);
            var foreign = cast.consumer.formPost(path).header("Origin", "https://evil.example");
            assertEquals(403, cast.consumer.send(foreign).status(), path);
        }
        assertEquals(List.of("1 unread"), NotificationsPage.badge(cast.consumer));
    }

    @Test
    void rubbish_gets_an_answer() {
        for (String id : List.of(
                "x", "-1", "0", "99999999999999999999", UUID.randomUUID().toString())) {
            cast.consumer.posts("/DFW/notifications/" + id + "/reading").is(404);
            cast.consumer
                    .posts("/DFW/notifications/settings/mails/" + id + "/removal")
                    .is(404);
            cast.consumer.opens("/DFW/notifications?marker=" + id).is(id.isEmpty() ? 200 : 400);
            cast.consumer.posts("/DFW/notifications/readings", "newest", id).is(400);
        }
        cast.consumer.posts("/DFW/notifications/%00/reading").is(400);
        cast.consumer.posts("/DFW/notifications/settings/mails/%00/removal").is(400);
        cast.consumer.opens("/DFW/notifications?marker=%00").is(400);
        cast.consumer.posts("/DFW/notifications/readings", "newest", "%00").is(400);
    }

    @Test
    void markup_in_a_name_is_only_text() {
        offers("<script>alert(1)</script>{title}");
        HtmlPage page = NotificationsPage.open(cast.consumer).says("<script>alert(1)</script>{title}");
        assertFalse(page.html().contains("<script>alert"));
        assertFalse(page.presses("Mark as read").is(200).html().contains("<script>alert"));
    }
}
