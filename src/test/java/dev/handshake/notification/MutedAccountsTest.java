package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.Mailbox;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Muting accounts. */
@PortalTest
@AlsoAtGlance
class MutedAccountsTest {

    private static final String SETTINGS = "/DFW/notifications/settings";

    private final Cast cast = new Cast();

    @Test
    void a_muted_account_is_neither_counted_nor_mailed_and_nothing_is_lost() {
        String address = MailFixtures.subscribe(cast.consumer, "iris-");
        cast.consumer
                .opens(SETTINGS)
                .presses("Mute", "number", cast.producer.account)
                .is(200)
                .says("is muted");
        UUID image = cast.pending("silenced");
        NotificationsPage.open(cast.consumer).says("offered you silenced", "muted");
        assertEquals(List.of(), NotificationsPage.badge(cast.consumer));
        cast.consumer.opens("/DFW/invitations").says("silenced");
        cast.producer.opens("/DFW/images/" + image).says("pending").doesNotSay("muted");
        Mailbox.waitForTwoPolls();
        assertEquals(List.of(), Mailbox.mailsTo(address));
        cast.consumer.opens(SETTINGS).presses("Unmute").is(200).says("None.");
        cast.pending("heard");
        assertEquals(List.of("1 unread"), NotificationsPage.badge(cast.consumer));
        assertTrue(Mailbox.awaitMailsTo(address, 1).get(0).subject().contains("heard"));
    }

    @Test
    void only_an_admin_mutes() {
        HtmlPage page = cast.consumerObserver.opens(SETTINGS).is(200).says("A user with the admin role");
        assertFalse(page.hasAction("Mute"));
        for (String path : List.of("mutes", "mutes/1/removal", "mutes/mail", "mutes/mail/removal")) {
            cast.consumerObserver
                    .posts("/DFW/notifications/" + path, "number", "4711")
                    .is(403)
                    .says("requires the admin role");
        }
    }

    @Test
    void what_cannot_be_muted_comes_back_with_the_reason_beside_it() {
        for (String number : List.of("abc", "", "<b>", "1".repeat(300))) {
            HtmlPage again = cast.consumer
                    .opens(SETTINGS)
                    .presses("Mute", "number", number)
                    .is(422);
            again.says("This is not an account number.");
            assertEquals(number, again.element("#number").val());
        }
        cast.consumer
                .opens(SETTINGS)
                .presses("Mute", "number", cast.consumer.account)
                .is(422)
                .says("your own account");
        cast.consumer.posts("/DFW/notifications/mutes").is(422);
        cast.consumer.posts("/DFW/notifications/mutes", "number", "4711").is(200);
        cast.consumer.posts("/DFW/notifications/mutes", "number", "4711").is(200);
        assertEquals(
                1, cast.consumer.opens(SETTINGS).texts("#muted ~ .lines li").size());
        cast.stranger.opens(SETTINGS).says("None.");
    }

    @Test
    void by_the_api_too_a_muted_account_is_not_heard() {
        cast.consumer
                .posts("/DFW/notifications/mutes", "number", cast.producer.account)
                .is(200);
        ApiClient owner = ApiClient.forUser(cast.producer);
        String answer = owner.offers(cast.image("unheard"), cast.consumer.account)
                .is(200)
                .text();
        assertTrue(answer.contains("pending"));
        assertEquals(List.of(), NotificationsPage.badge(cast.consumer));
    }
}
