package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.Mailbox;
import dev.handshake.testing.PortalTest;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Notifications by mail, with a real mail server. */
@PortalTest
class NotificationMailTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void who_asked_for_it_gets_a_mail_in_text_and_html_once() {
        String address = MailFixtures.subscribe(cast.consumer, "iris-");
        UUID image = cast.pending("mailed");
        Mailbox.ReceivedMail mail = Mailbox.awaitMailsTo(address, 1).get(0);
        String sentence = "Account " + cast.producer.account + " offered you mailed.";
        assertEquals("DFW: " + sentence, mail.subject());
        assertTrue(
                mail.text().startsWith(sentence + "\nhttps://portal.example/DFW/images/" + image + "\n"), mail.text());
        assertTrue(mail.html()
                .contains("<a href=\"https://portal.example/DFW/images/" + image + "\"><bdi>mailed</bdi></a>."));
        assertTrue(mail.header("Message-ID").matches("<[0-9a-f-]{36}@portal\\.example>"));
        assertEquals("auto-generated", mail.header("Auto-Submitted"));
        assertFalse(mail.text().contains("Nora"));
        Mailbox.waitForTwoPolls();
        assertEquals(1, Mailbox.mailsTo(address).size());
        assertEquals(List.of(), MailFixtures.deliveries(address));
    }

    /** In plain text it is enclosed in bidi isolates. */
    @Test
    void what_somebody_typed_turns_nothing_around_it() throws Exception {
        String address = MailFixtures.subscribe(cast.consumer, "iris-");
        cast.pending("תמונה");
        MimeMessage mail = Mailbox.awaitMailsTo(address, 1).get(0).raw();
        String text =
                ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
        assertTrue(text.contains(" offered you \u2068תמונה\u2069."), text);
        assertTrue(text.contains("because Iris subscribed"), text);
        String subject = MimeUtility.decodeText(MimeUtility.unfold(mail.getHeader("Subject", null)));
        assertTrue(subject.contains("\u2068תמונה\u2069"), subject);
    }

    @Test
    void what_comes_at_once_goes_in_one_mail() {
        String address = MailFixtures.subscribe(cast.consumer, "iris-");
        String images = IntStream.range(0, 5)
                .mapToObj(each -> "\"" + owner.creates("several-" + each) + "\"")
                .reduce((one, other) -> one + "," + other)
                .get();
        owner.post("/v2/offers", "{\"images\":[" + images + "],\"members\":[\"" + cast.consumer.account + "\"]}");
        Mailbox.ReceivedMail mail = Mailbox.awaitMailsTo(address, 1).get(0);
        assertEquals("DFW: 5 notifications", mail.subject());
        assertTrue(IntStream.range(0, 5).allMatch(each -> mail.text().contains("offered you several-" + each + ".")));
        Mailbox.waitForTwoPolls();
        assertEquals(1, Mailbox.mailsTo(address).size());
    }

    @Test
    void many_changes_of_mind_go_in_one_mail_at_once_and_the_latest_in_one_an_hour_later() {
        String address = MailFixtures.subscribe(cast.producer, "nora-");
        ApiClient consumer = ApiClient.forUser(cast.consumer);
        String member = cast.consumer.account;
        UUID image = cast.pending("swung");
        consumer.decides(image, member, "accepted").is(200);
        assertTrue(Mailbox.awaitMailsTo(address, 1).get(0).text().contains(member + " accepted swung.\n"));
        for (int each = 0; each < 10; each++) {
            consumer.decides(image, member, "rejected").is(200);
            consumer.decides(image, member, "pending").is(200);
        }
        Mailbox.waitForTwoPolls();
        assertEquals(1, Mailbox.mailsTo(address).size());
        Instant due = (Instant) Notification.getEntityManager()
                .createQuery("select mailDueAt from Notification where account = ?1")
                .setParameter(1, cast.producer.account)
                .getSingleResult();
        assertTrue(Duration.between(Instant.now(), due).toMinutes() >= 58, due::toString);
        MailFixtures.executeUpdate("update notice set mail_due_at = at where account = ?1", cast.producer.account);
        Mailbox.ReceivedMail second = Mailbox.awaitMailsTo(address, 2).get(1);
        assertTrue(second.text().contains(member + " moved swung back to pending. This is the latest of 21 changes."));
    }

    @Test
    void what_was_read_meanwhile_is_not_mailed_again() {
        String address = MailFixtures.subscribe(cast.producer, "nora-");
        UUID image = cast.pending("read");
        ApiClient consumer = ApiClient.forUser(cast.consumer);
        consumer.decides(image, cast.consumer.account, "accepted").is(200);
        Mailbox.awaitMailsTo(address, 1);
        consumer.decides(image, cast.consumer.account, "rejected").is(200);
        MailFixtures.executeUpdate(
                "update notice set mail_due_at = at, state = 'READ' where account = ?1", cast.producer.account);
        Mailbox.waitForTwoPolls();
        assertEquals(1, Mailbox.mailsTo(address).size());
    }

    @Test
    void a_name_of_before_can_neither_write_into_the_head_of_a_mail_nor_into_its_markup() {
        String address = MailFixtures.subscribe(cast.consumer, "iris-");
        String evil = "evil-" + Cast.newAccountNumber() + "@mail.example";
        UUID image = owner.creates("plain");
        String name = "a\r\nBcc: " + evil + "\r\n\r\n<b>" + "long".repeat(50);
        MailFixtures.executeUpdate("update image set name = '" + name + "' where owner = ?1", cast.producer.account);
        owner.offers(image, cast.consumer.account).is(200);
        Mailbox.ReceivedMail mail = Mailbox.awaitMailsTo(address, 1).get(0);
        assertNull(mail.header("Bcc"));
        assertTrue(mail.subject().length() < 150 && mail.subject().contains("…"), mail.subject());
        assertFalse(mail.html().contains("<b>"), mail.html());
        assertTrue(mail.html().contains("&lt;b&gt;long"), mail.html());
        assertFalse(mail.text().contains("\nBcc"), mail.text());
        assertEquals(List.of(), Mailbox.mailsTo(evil));
    }

    @Test
    void nobody_is_written_to_who_did_not_ask_or_whose_address_nobody_verified() {
        String address = MailFixtures.newAddress(cast.consumer, "iris-");
        cast.consumer.withClaim("email_verified", false);
        cast.consumer.opens("/DFW/notifications/settings").is(200).says("Your mail address " + address);
        cast.consumer.posts("/DFW/notifications/settings/mails").is(409).says("no verified mail address");
        cast.pending("unmailed");
        Mailbox.waitForTwoPolls();
        assertEquals(List.of(), Mailbox.mailsTo(address));
        cast.producer.opens("/DFW/notifications/settings").is(200).says("Your sign-in has no mail address");
        cast.producer.posts("/DFW/notifications/settings/mails").is(409);
    }

    @Test
    void what_is_no_address_is_none() {
        for (String address :
                List.of("x", "a@b@c", "a b@c.example", "a@c.example,b@c.example", "<a@c.example>", "ä@c.example")) {
            var testUser =
                    Cast.newUser("Odd", Cast.newAccountNumber(), Role.ADMIN).withClaim("email", address);
            testUser.opens("/DFW/notifications/settings").is(200).says("has no mail address");
        }
    }

    @Test
    void an_address_that_is_refused_is_not_tried_again_and_the_notice_says_so() {
        String address = MailFixtures.subscribe(cast.consumer, "refused-");
        cast.pending("undeliverable");
        Eventually.isTrue(() -> MailFixtures.deliveries(address).stream()
                .anyMatch(each -> each.status() == MailDeliveryStatus.REFUSED));
        NotificationsPage.open(cast.consumer).says("The mail for this notification could not be delivered.");
        MailFixtures.makeDue(address);
        Mailbox.waitForTwoPolls();
        assertEquals(List.of(), Mailbox.mailsTo(address));
    }

    @Test
    void a_server_that_is_busy_gets_the_same_mail_again_later() {
        String address = MailFixtures.subscribe(cast.consumer, "busy-");
        cast.pending("patient");
        Eventually.isTrue(() -> MailFixtures.deliveries(address).stream()
                .anyMatch(each -> each.message != null && each.isRetryScheduled()));
        UUID message = MailFixtures.deliveries(address).get(0).message;
        assertEquals(List.of(), Mailbox.mailsTo(address));
        MailFixtures.makeDue(address);
        assertEquals(
                "<" + message + "@portal.example>",
                Mailbox.awaitMailsTo(address, 1).get(0).header("Message-ID"));
    }
}
