package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.Mailbox;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Subscribing to and muting mail. */
@PortalTest
class NotificationSettingsTest {

    private static final String SETTINGS = "/DFW/notifications/settings";

    private final Cast cast = new Cast();

    @Test
    void an_admin_turns_mail_off_for_the_whole_account_and_on_again() {
        String address = MailFixtures.subscribe(cast.consumerObserver, "otto-");
        cast.consumer.opens(SETTINGS).presses("Turn off mail").is(200).says("Iris turned off mail");
        cast.pending("quiet");
        Mailbox.waitForTwoPolls();
        assertEquals(List.of(), Mailbox.mailsTo(address));
        assertEquals(List.of("1 unread"), NotificationsPage.badge(cast.consumer));
        assertFalse(cast.consumerObserver.opens(SETTINGS).says("turned off").hasAction("Turn mail"));
        cast.consumer.opens(SETTINGS).presses("Turn mail on again").is(200);
        cast.pending("loud");
        assertTrue(Mailbox.awaitMailsTo(address, 1).get(0).subject().contains("loud"));
    }

    @Test
    void mail_is_stopped_by_whoever_gets_it_and_by_an_admin_and_by_nobody_else() {
        String ottos = MailFixtures.subscribe(cast.consumerObserver, "otto-");
        TestUser colleague = Cast.newUser("Carl", cast.consumer.account, Role.CREATOR);
        String carls = MailFixtures.subscribe(colleague, "carl-");
        colleague.opens(SETTINGS).says(carls).doesNotSay(ottos);
        String stop =
                cast.consumerObserver.opens(SETTINGS).element(".lines form").attr("action");
        cast.stranger.posts(stop).is(404);
        colleague.posts(stop).is(403);
        cast.consumerObserver.posts(stop).is(200).says("Send notifications to " + ottos);
        cast.consumer.opens(SETTINGS).says(carls).presses("Stop").is(200).doesNotSay(carls);
        cast.pending("unasked");
        Mailbox.waitForTwoPolls();
        assertEquals(List.of(), Mailbox.mailsTo(ottos));
        assertEquals(List.of(), Mailbox.mailsTo(carls));
    }

    @Test
    void the_link_in_each_mail_stops_it_without_sign_in_but_only_by_a_button() {
        String address = MailFixtures.subscribe(cast.consumer, "iris-");
        cast.pending("first");
        String link = Mailbox.awaitMailsTo(address, 1)
                .get(0)
                .header("List-Unsubscribe")
                .replaceAll("[<>]", "");
        assertEquals(
                "List-Unsubscribe=One-Click", Mailbox.mailsTo(address).get(0).header("List-Unsubscribe-Post"));
        HtmlPage asked = cast.stranger
                .opensSignedOut(link.replace("https://portal.example", ""))
                .is(200)
                .says(address);
        cast.consumer.opens(SETTINGS).says(address);
        asked.presses("Unsubscribe").is(200).says("Notifications are no longer sent to that address");
        cast.consumer.opens(SETTINGS).says("Send notifications to " + address);
        asked.presses("Unsubscribe").is(200);
        cast.stranger
                .opensSignedOut(asked.path())
                .is(200)
                .says("No mail is sent for this link")
                .doesNotSay(address);
        cast.stranger
                .opensSignedOut("/unsubscriptions/" + UUID.randomUUID())
                .is(200)
                .says("No mail is sent for this link");
        cast.stranger.opensSignedOut("/unsubscriptions/x").is(404);
    }

    @Test
    void a_mail_program_stops_it_at_one_click() throws Exception {
        String address = MailFixtures.subscribe(cast.consumer, "iris-");
        cast.pending("first");
        String link = Mailbox.awaitMailsTo(address, 1)
                .get(0)
                .header("List-Unsubscribe")
                .replaceAll("[<>]", "");
        String body = "List-Unsubscribe=One-Click";
        var answer = Jsoup.connect(link.replace("https://portal.example", TestUser.baseUrl()))
                .requestBody(body)
                .method(Connection.Method.POST)
                .execute();
        assertEquals(200, answer.statusCode());
        cast.consumer.opens(SETTINGS).says("Send notifications to " + address);
    }
}
