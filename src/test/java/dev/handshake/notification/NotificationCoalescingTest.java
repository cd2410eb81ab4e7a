package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEventType;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notifications about the same thing are merged into one that shows the latest; the history keeps each event. */
@PortalTest
@AlsoOnH2
class NotificationCoalescingTest {

    private final Cast cast = new Cast();
    private final ConcurrentRequests concurrent = new ConcurrentRequests();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @AfterEach
    void closeRequests() {
        concurrent.close();
    }

    @Test
    void a_hundred_changes_of_mind_make_one_notice_and_a_hundred_lines_of_history() {
        UUID image = cast.pending("swung");
        for (int each = 0; each < 50; each++) {
            consumer.decides(image, cast.consumer.account, "accepted").is(200);
            cast.consumer.posts("/DFW/invitations/" + image + "/rejection").is(200);
        }
        assertEquals(
                List.of("Account " + cast.consumer.account + " rejected swung. This is the latest of 100 changes."),
                NotificationsPage.texts(cast.producer));
        assertEquals(50, HistoryEntry.count("imageId = ?1 and eventType = ?2", image, HistoryEventType.ACCEPTED));
        assertEquals(50, HistoryEntry.count("imageId = ?1 and eventType = ?2", image, HistoryEventType.REJECTED));
    }

    @Test
    void each_image_and_each_consumer_has_a_notice_of_its_own() {
        UUID one = cast.pending("one");
        UUID other = cast.pending("other");
        cast.offers(one, cast.otherConsumer.account);
        consumer.decides(one, cast.consumer.account, "accepted").is(200);
        consumer.decides(other, cast.consumer.account, "accepted").is(200);
        ApiClient.forUser(cast.otherConsumer)
                .decides(one, cast.otherConsumer.account, "accepted")
                .is(200);
        assertEquals(3, NotificationsPage.texts(cast.producer).size());
    }

    @Test
    void changes_at_the_same_moment_are_one_notice_too() throws Exception {
        UUID image = cast.pending("raced");
        for (int round = 0; round < 10; round++) {
            List<Callable<ConcurrentRequests.TimedResponse>> calls = new ArrayList<>();
            for (int each = 0; each < 12; each++) {
                String status = List.of("accepted", "rejected", "pending").get(each % 3);
                calls.add(consumer.timed(() -> consumer.decides(image, cast.consumer.account, status)));
            }
            concurrent.sendAll(calls).forEach(each -> assertEquals(200, each.status()));
        }
        assertEquals(1, Notification.count("account", cast.producer.account));
        Notification notification = Notification.<Notification>find("account", cast.producer.account)
                .firstResult();
        HistoryEntry last = HistoryEntry.<HistoryEntry>find("imageId = ?1 order by at desc, id desc", image)
                .firstResult();
        assertEquals(last.eventType.name(), notification.topic.name());
        assertEquals(
                HistoryEntry.count("imageId = ?1 and byAccount = ?2", image, cast.consumer.account),
                notification.times());
    }

    @Test
    void switching_an_image_off_and_on_tells_each_member_once() {
        UUID image = cast.accepted("flickering");
        for (int each = 0; each < 5; each++) {
            owner.post("/v2/images/" + image + "/actions/deactivate", "").is(204);
            owner.post("/v2/images/" + image + "/actions/reactivate", "").is(204);
        }
        assertEquals(2, NotificationsPage.texts(cast.consumer).size());
    }

    @Test
    void what_is_muted_folds_too_and_stays_muted() {
        cast.producer.posts("/DFW/notifications/mutes", "number", cast.consumer.account);
        UUID image = cast.pending("quiet");
        for (int each = 0; each < 5; each++) {
            consumer.decides(image, cast.consumer.account, "accepted").is(200);
            consumer.decides(image, cast.consumer.account, "rejected").is(200);
        }
        assertEquals(1, Notification.count("account", cast.producer.account));
    }
}
