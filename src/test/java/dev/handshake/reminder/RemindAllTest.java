package dev.handshake.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A producer reminds all consumers of an image that have not decided at once. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class RemindAllTest {

    private static final String BUTTON = "Remind all pending";

    private final Cast cast = new Cast();

    @Test
    void all_that_have_not_decided_are_reminded_and_nobody_else() {
        UUID image = cast.accepted("awaited");
        cast.offers(image, cast.otherConsumer.account, "4711");
        HtmlPage page = cast.creator.opens(page(image)).presses(BUTTON).is(200);
        page.says("2 accounts reminded.");
        assertEquals(2, page.texts(".reminded").size());
        cast.otherConsumer.opens("/DFW/invitations").says("reminded just now");
        cast.otherConsumer.opens("/DFW/notifications").says("reminded you of awaited");
        cast.consumer.opens("/DFW/notifications").doesNotSay("reminded you of awaited");
    }

    @Test
    void those_reminded_recently_are_left_out() {
        UUID image = cast.pending("hurried");
        cast.producer
                .posts(page(image) + "/offers/" + cast.consumer.account + "/reminders")
                .is(200);
        cast.offers(image, "4711");
        HtmlPage page = cast.producer.opens(page(image)).presses(BUTTON).is(200);
        page.says("1 account reminded. 1 account left out: reminded recently, or as often as possible.");
        page.presses(BUTTON).is(200).says("0 accounts reminded. 2 accounts left out");
    }

    @Test
    void it_is_offered_to_those_who_may_offer_while_somebody_has_not_decided() {
        UUID image = cast.pending("guarded");
        assertFalse(cast.observer.opens(page(image)).hasAction(BUTTON));
        cast.observer.posts(reminders(image)).is(403);
        cast.consumer.posts(reminders(image)).is(403);
        cast.stranger.posts(reminders(image)).is(404);
        cast.consumer.opens(page(image)).doesNotSay("reminded");
        assertFalse(cast.producer.opens(page(cast.rejected("answered"))).hasAction(BUTTON));
    }

    private static String reminders(UUID image) {
        return page(image) + "/offers/reminders";
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
