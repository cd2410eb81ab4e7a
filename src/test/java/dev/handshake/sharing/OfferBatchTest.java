package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.OfferForm;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Offering images: numbers, checklist, result. */
@PortalTest
@AlsoAtGlance
class OfferBatchTest {

    private final Cast cast = new Cast();

    @Test
    void an_offer_needs_the_whole_checklist() {
        UUID image = cast.image("unconfirmed");
        HtmlPage again = OfferForm.review(cast.producer, image, "4711")
                .presses("Make", "confirmed", "SECRETS", "note", "typed <before>");
        again.is(422).says("Confirm each point before you offer the image.");
        assertEquals("typed <before>", again.element("#note").val());
        assertTrue(again.element("#SECRETS").hasAttr("checked"));
        assertFalse(again.element("#MALWARE").hasAttr("checked"));
        cast.producer.opens(page(image)).says("No members yet");
    }

    @Test
    void the_consumer_gets_the_note_and_the_contact_and_the_offer_keeps_the_checklist() {
        UUID image = cast.image("noted");
        OfferForm.review(cast.producer, image, cast.consumer.account)
                .presses("Make", "confirmed", "*", "note", "Try it\non Monday", "contact", "images@example.com")
                .is(200);
        cast.consumer.opens("/DFW/invitations").is(200).says("Try it on Monday", "images@example.com");
        cast.consumer.opens(page(image)).is(200).says("Try it on Monday", "Support contact", "images@example.com");
        Membership kept = Membership.find("imageId", image).firstResult();
        assertEquals("SECRETS,PERSONAL_DATA,LICENCES,COPYRIGHT,MALWARE", kept.confirmed);
    }

    @Test
    void the_result_says_line_by_line_what_happened() {
        UUID image = cast.pending("resulted");
        HtmlPage result = OfferForm.review(cast.producer, image, cast.consumer.account + " 4711 x")
                .presses("Make", "confirmed", "*");
        assertEquals(
                List.of(
                        cast.consumer.account + " resulted not offered This account is already a member of the image.",
                        "4711 resulted pending offered just now",
                        "x resulted not offered This is not an account number."),
                result.is(200).texts(".lines li"));
        cast.producer.opens(result.path()).is(200).says("4711 resulted pending");
        cast.consumer.opens(result.path()).is(404);
    }

    @Test
    void the_result_shows_what_each_account_decided_since() {
        UUID image = cast.image("decided");
        HtmlPage result = OfferForm.review(cast.producer, image, cast.consumer.account + " 4711 4712")
                .presses("Make", "confirmed", "*");
        assertTrue(result.element("#results").hasAttr("data-updates"));
        assertEquals("Offers", result.texts(".crumb a").get(0));
        assertEquals("Offers", result.texts(".tabs [aria-current]").get(0));
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        cast.producer.posts(page(image) + "/offers/4711/removal").is(200);
        HtmlPage later = cast.producer.opens(result.path());
        later.says(
                cast.consumer.account + " decided accepted just now", "4711 decided removed", "4712 decided pending");
        cast.producer.posts(page(image) + "/offers/4712/removal").is(200);
        assertEquals(5, QueryCounter.count(() -> cast.producer.opens(result.path())));
    }

    @Test
    void several_images_go_to_several_numbers_at_once() {
        UUID one = cast.image("one");
        UUID two = cast.image("two");
        cast.producer
                .opens("/DFW/offer-batches?image=" + one + "&image=" + two)
                .is(200)
                .says("Offer 2 images", "one", "two")
                .presses("Review", "numbers", "4711 4712")
                .says("Make 4 offers")
                .presses("Make", "confirmed", "*")
                .is(200)
                .says("4711 one pending", "4712 one pending", "4711 two pending", "4712 two pending");
    }

    @Test
    void a_number_that_exists_and_one_that_does_not_get_the_same_answer() {
        String known = cast.otherConsumer.account;
        cast.otherConsumer.opens("/DFW/images").is(200);
        UUID image = cast.image("discreet");
        String unknown = Cast.newAccountNumber();
        HtmlPage review = OfferForm.review(cast.producer, image, known + " " + unknown);
        List<String> lines = review.texts(".lines li");
        assertEquals(lines.get(0).replace(known, "N"), lines.get(1).replace(unknown, "N"));
        HtmlPage result = review.presses("Make", "confirmed", "*");
        List<String> outcomes = result.texts(".lines li");
        assertEquals(outcomes.get(0).replace(known, "N"), outcomes.get(1).replace(unknown, "N"));
        cast.otherConsumer.opens("/DFW/invitations").says("discreet");
        List<String> rows = cast.producer.opens(page(image)).texts(".table tbody tr");
        assertEquals(
                1,
                rows.stream()
                        .map(row -> row.replace(known, "N").replace(unknown, "N"))
                        .distinct()
                        .count());
    }

    @Test
    void base_and_private_images_are_not_offered() {
        UUID base = cast.baseImage();
        cast.producer.opens(page(base)).is(200).says("supported by the provider");
        for (var testUser : List.of(cast.producer, cast.provider)) {
            testUser.opens("/DFW/offer-batches?image=" + base).is(403).says("Base images belong to the provider");
            testUser.posts("/DFW/offer-batches/reviews", "image", base.toString(), "numbers", "4711")
                    .is(403);
        }
        UUID hidden = cast.privateImage("hidden");
        cast.producer.opens("/DFW/offer-batches?image=" + hidden).is(403).says("This image is private");
        cast.producer.posts(OfferForm.PATH, OfferForm.fields(hidden, "4711")).is(403);
    }

    @Test
    void one_image_of_another_account_among_mine_stops_the_whole_offer() {
        UUID mine = cast.image("mine");
        UUID theirs = cast.image(cast.stranger, "theirs");
        cast.producer
                .opens("/DFW/offer-batches?image=" + mine + "&image=" + theirs)
                .is(404)
                .doesNotSay("theirs");
        cast.producer
                .posts("/DFW/offer-batches/reviews", "image", "" + mine, "image", "" + theirs, "numbers", "4711")
                .is(404);
        cast.producer.opens(page(mine)).says("No members yet");
    }

    @Test
    void an_offering_of_another_account_is_not_reached_by_its_id() {
        UUID image = cast.image("first");
        UUID button = UUID.randomUUID();
        cast.producer
                .posts(OfferForm.PATH, OfferForm.fields(button, List.of(image), "4711"))
                .is(200);
        UUID other = cast.image(cast.stranger, "second");
        cast.stranger
                .posts(OfferForm.PATH, OfferForm.fields(button, List.of(other), "4711"))
                .is(409)
                .doesNotSay("first");
        cast.stranger.opens(page(other)).says("No members yet");
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
