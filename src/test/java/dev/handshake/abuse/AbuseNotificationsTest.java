package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Mails;
import dev.handshake.Page;
import dev.handshake.Patience;
import dev.handshake.Person;
import dev.handshake.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is told of a case: the provider at once, who reported it in the end, and its owner never. */
@PortalTest
class AbuseNotificationsTest {

    private final Cast cast = new Cast();
    private final Person operator = AbuseReportsResourceTest.operator();

    @Test
    void the_providers_address_gets_a_mail_with_the_case_and_the_hash() {
        UUID image = cast.pending("mailed <b>");
        Page report = AbuseReportsResourceTest.report(cast.consumer, image, "malicious", "It mines\r\ncoins.");
        String number = report.first("h1").text().replace("Case ", "");
        Mails.Letter letter = letter(number);
        assertTrue(letter.text().contains(cast.consumer.account + " reported"), letter.text());
        assertTrue(letter.text().contains(image.toString()) && letter.text().contains("SHA-512"), letter.text());
        assertTrue(letter.text().contains("/DFW/desk/" + report.path().replaceAll(".*/", "")), letter.text());
        assertFalse(letter.html().contains("mailed <b>"), letter.html());
        AbuseReportsResourceTest.report(cast.consumer, image, "malicious", "Once more.");
        Mails.rounds();
        assertTrue(letters(number).size() == 1, "the same case is not mailed twice");
    }

    @Test
    void who_reported_it_is_told_the_answer_and_the_owner_nothing() {
        UUID image = cast.pending("told");
        Page report = AbuseReportsResourceTest.report(cast.consumer, image, "error", "Not ours.");
        operator.posts(report.path().replace("cases", "desk") + "/closure", "answer", "You were right.")
                .is(200);
        Page told = cast.consumer.opens("/DFW/notices");
        told.says("The provider answered your report of told: You were right.");
        told.follows("told").is(200).says("The provider's answer", "You were right.");
        cast.producer.opens("/DFW/notices").saysNothingOf("report", "You were right.");
        cast.another.opens("/DFW/notices").saysNothingOf("You were right.");
    }

    private static Mails.Letter letter(String number) {
        return Patience.until(() -> letters(number), come -> !come.isEmpty()).get(0);
    }

    private static List<Mails.Letter> letters(String number) {
        return Mails.to("abuse@provider.example").stream()
                .filter(each -> each.text().contains(number))
                .toList();
    }
}
