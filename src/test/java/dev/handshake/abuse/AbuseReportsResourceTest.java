package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A consumer reports an image shared in error or with bad intent. */
@PortalTest
class AbuseReportsResourceTest {

    private final Cast cast = new Cast();

    @Test
    void a_report_has_a_case_number_and_rejects_the_offer() {
        UUID image = cast.accepted("odd one");
        HtmlPage shown = report(cast.consumer, image, "malicious", "It calls home.");
        String number = shown.element("h1").text().replace("Case ", "");
        assertTrue(number.matches("[0-9A-Z]{4}-[0-9A-Z]{4}"), number);
        shown.says(
                "Reported as case " + number + ". The invitation is rejected.",
                "The provider is looking into it",
                "It calls home.");
        cast.consumer.opens("/DFW/images/" + image).says("You rejected this image");
        cast.consumer.opens("/DFW/images").doesNotSay("odd one");
        cast.consumer.opens("/DFW/reports").says(number, "open", "odd one");
        cast.consumerObserver.opens(shown.path()).is(200).says(number);
    }

    @Test
    void the_owner_sees_neither_the_report_nor_the_rejection_with_it() {
        UUID image = cast.pending("watched");
        report(cast.consumer, image, "error", "Not for us, I think.");
        cast.producer
                .opens("/DFW/images/" + image)
                .says("pending")
                .doesNotSay("status-rejected", "Not for us", "case", "eport");
        cast.producer.opens("/DFW/history").says("offered").doesNotSay("status-rejected", "Not for us", "eported");
        cast.producer.opens("/DFW/reports").says("No reports yet");
    }

    @Test
    void an_open_case_is_not_opened_twice() {
        UUID image = cast.pending("once");
        HtmlPage first = report(cast.consumer, image, "error", "one");
        assertEquals(
                first.path(), report(cast.consumer, image, "malicious", "two").path());
        String id = UUID.randomUUID().toString();
        cast.offers(image, cast.otherConsumer.account);
        String[] form = {"id", id, "image", image.toString(), "ground", "error", "words", "x"};
        assertEquals(
                cast.otherConsumer.posts("/DFW/reports", form).path(),
                cast.otherConsumer.posts("/DFW/reports", form).path());
        assertEquals(
                1, cast.otherConsumer.opens("/DFW/reports").texts(".row-card").size());
    }

    @Test
    void only_consumers_report_and_only_their_admins() {
        UUID image = cast.pending("ours");
        String form = "/DFW/reports/new?image=" + image;
        cast.stranger.opens(form).is(404);
        cast.stranger
                .posts("/DFW/reports", "image", image.toString(), "ground", "error", "words", "x")
                .is(404);
        cast.producer.opens(form).is(403).says("Only an account that was offered the image");
        cast.producer
                .posts("/DFW/reports", "image", image.toString(), "ground", "error", "words", "x")
                .is(403);
        cast.consumerObserver.opens(form).is(403);
        cast.consumerObserver
                .posts("/DFW/reports", "image", image.toString(), "ground", "error", "words", "x")
                .is(403);
        assertFalse(cast.consumerObserver.opens("/DFW/images/" + image).hasAction("Report"));
        assertFalse(cast.producer.opens("/DFW/images/" + image).hasAction("Report"));
        assertTrue(cast.consumer.opens("/DFW/images/" + image).says("offered").hasAction("Report"));
        UUID base = cast.image(cast.provider, "base " + image);
        cast.consumer.opens("/DFW/reports/new?image=" + base).is(403);
        HtmlPage mine = report(cast.consumer, image, "error", "x");
        for (TestUser other : List.of(cast.stranger, cast.producer, cast.otherConsumer)) {
            other.opens(mine.path()).is(404);
        }
        cast.consumer.opens(mine.path().replace("DFW", "ORD")).is(404);
    }

    @Test
    void what_is_wrong_with_the_form_stands_beside_its_fields() {
        UUID image = cast.pending("typed");
        HtmlPage form = cast.consumer.opens("/DFW/reports/new?image=" + image).is(200);
        form.presses("Report and reject").is(422).says("Choose a reason", "Describe what you saw");
        HtmlPage again = form.presses("Report and reject", "words", "<b>bold</b>")
                .is(422)
                .says("Choose a reason");
        assertEquals("<b>bold</b>", again.element("#words").val());
        form.presses("Report and reject", "ground", "error", "words", "w".repeat(2_001))
                .is(422)
                .says("Use at most 2000");
        cast.consumer.opens("/DFW/images/" + image).says("You have been offered this image");
        HtmlPage shown = again.presses("Report and reject", "ground", "error", "words", "<script>x</script>")
                .is(200);
        shown.says("<script>x</script>").doesNotSay("<script>x");
        for (String path : List.of(
                "/DFW/reports/none",
                "/DFW/reports/" + UUID.randomUUID(),
                "/DFW/reports/new",
                "/DFW/reports/new?image=x")) {
            cast.consumer.opens(path).is(404);
        }
        cast.consumer.opens("/DFW/reports?marker=x").is(400);
        cast.consumer.posts("/DFW/reports").is(404);
        cast.consumer
                .send(cast.consumer
                        .formPost("/DFW/reports", "image", image.toString(), "ground", "error", "words", "x")
                        .header("Origin", "https://elsewhere.example"))
                .is(403);
    }

    static HtmlPage report(TestUser testUser, UUID image, String ground, String words) {
        return testUser.opens("/DFW/reports/new?image=" + image)
                .is(200)
                .presses("Report and reject", "ground", ground, "words", words)
                .is(200);
    }

    /** An operator. */
    static TestUser operator() {
        return Cast.newUser("Opal", "900000", Role.OPERATOR);
    }
}
