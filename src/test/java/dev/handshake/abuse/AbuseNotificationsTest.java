package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.Mailbox;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is notified of an abuse report: the provider at once, the reporter at the end, the owner never. */
@PortalTest
class AbuseNotificationsTest {

    private final Cast cast = new Cast();
    private final TestUser operator = AbuseReportsResourceTest.operator();

    @Test
    void the_providers_address_gets_a_mail_with_the_case_and_the_hash() {
        UUID image = cast.pending("mailed <b>");
        HtmlPage report = AbuseReportsResourceTest.report(cast.consumer, image, "malicious", "It mines\r\ncoins.");
        String number = report.element("h1").text().replace("Case ", "");
        Mailbox.ReceivedMail receivedMail = letter(number);
        assertTrue(receivedMail.text().contains(cast.consumer.account + " reported"), receivedMail.text());
        assertTrue(
                receivedMail.text().contains(image.toString())
                        && receivedMail.text().contains("SHA-512"),
                receivedMail.text());
        assertTrue(
                receivedMail
                        .text()
                        .contains("/DFW/abuse-reports/" + report.path().replaceAll(".*/", "")),
                receivedMail.text());
        assertFalse(receivedMail.html().contains("mailed <b>"), receivedMail.html());
        AbuseReportsResourceTest.report(cast.consumer, image, "malicious", "Once more.");
        Mailbox.waitForTwoPolls();
        assertTrue(letters(number).size() == 1, "the same case is not mailed twice");
    }

    @Test
    void who_reported_it_is_told_the_answer_and_the_owner_nothing() {
        UUID image = cast.pending("told");
        HtmlPage report = AbuseReportsResourceTest.report(cast.consumer, image, "error", "Not ours.");
        operator.posts(report.path().replace("reports", "abuse-reports") + "/closure", "answer", "You were right.")
                .is(200);
        HtmlPage told = cast.consumer.opens("/DFW/notifications");
        told.says("The provider answered your report of told: You were right.");
        told.follows("told").is(200).says("The provider's answer", "You were right.");
        cast.producer.opens("/DFW/notifications").doesNotSay("report", "You were right.");
        cast.otherConsumer.opens("/DFW/notifications").doesNotSay("You were right.");
    }

    private static Mailbox.ReceivedMail letter(String number) {
        return Eventually.get(() -> letters(number), come -> !come.isEmpty()).get(0);
    }

    private static List<Mailbox.ReceivedMail> letters(String number) {
        return Mailbox.mailsTo("abuse@provider.example").stream()
                .filter(each -> each.text().contains(number))
                .toList();
    }
}
