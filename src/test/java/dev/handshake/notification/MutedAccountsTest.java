package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Mails;
import dev.handshake.Page;
import dev.handshake.PortalTest;
import dev.handshake.Script;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom an account does not want to hear of. */
@PortalTest
class MutedAccountsTest {

    private static final String SETTINGS = "/DFW/notices/wishes";

    private final Cast cast = new Cast();

    @Test
    void a_muted_account_is_neither_counted_nor_mailed_and_nothing_is_lost() {
        String address = MailFixtures.subscribe(cast.consumer, "iris-");
        cast.consumer
                .opens(SETTINGS)
                .presses("Mute it", "number", cast.producer.account)
                .is(200)
                .says("is muted");
        UUID image = cast.pending("silenced");
        NotificationsPage.open(cast.consumer).says("offers you silenced", "muted");
        assertEquals(List.of(), NotificationsPage.badge(cast.consumer));
        cast.consumer.opens("/DFW/invitations").says("silenced");
        cast.producer.opens("/DFW/images/" + image).says("pending").saysNothingOf("muted");
        Mails.rounds();
        assertEquals(List.of(), Mails.to(address));
        cast.consumer.opens(SETTINGS).presses("Hear it again").is(200).says("None.");
        cast.pending("heard");
        assertEquals(List.of("1 unread"), NotificationsPage.badge(cast.consumer));
        assertTrue(Mails.to(address, 1).get(0).subject().contains("heard"));
    }

    @Test
    void only_an_admin_mutes() {
        Page page = cast.consumersObserver.opens(SETTINGS).is(200).says("Somebody with the role admin");
        assertFalse(page.offers("Mute it"));
        for (String path : List.of("mutes", "mutes/1/removal", "mutes/mail", "mutes/mail/removal")) {
            cast.consumersObserver
                    .posts("/DFW/notices/" + path, "number", "4711")
                    .is(403)
                    .says("takes the role admin");
        }
    }

    @Test
    void what_cannot_be_muted_comes_back_with_the_reason_beside_it() {
        for (String number : List.of("abc", "", "<b>", "1".repeat(300))) {
            Page again = cast.consumer
                    .opens(SETTINGS)
                    .presses("Mute it", "number", number)
                    .is(422);
            again.says("This is not an account number.");
            assertEquals(number, again.first("#number").val());
        }
        cast.consumer
                .opens(SETTINGS)
                .presses("Mute it", "number", cast.consumer.account)
                .is(422)
                .says("your own account");
        cast.consumer.posts("/DFW/notices/mutes").is(422);
        cast.consumer.posts("/DFW/notices/mutes", "number", "4711").is(200);
        cast.consumer.posts("/DFW/notices/mutes", "number", "4711").is(200);
        assertEquals(
                1, cast.consumer.opens(SETTINGS).texts("#muted ~ .lines li").size());
        cast.stranger.opens(SETTINGS).says("None.");
    }

    @Test
    void by_the_api_too_a_muted_account_is_not_heard() {
        cast.consumer
                .posts("/DFW/notices/mutes", "number", cast.producer.account)
                .is(200);
        Script owner = Script.of(cast.producer);
        String answer = owner.offers(owner.creates("unheard"), cast.consumer.account)
                .is(200)
                .text();
        assertTrue(answer.contains("pending"));
        assertEquals(List.of(), NotificationsPage.badge(cast.consumer));
    }
}
