package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts to offer an image to, chosen from the address book of labels and from the recent recipients. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class OfferRecipientsTest {

    private final Cast cast = new Cast();

    @Test
    void accounts_are_chosen_by_label_beside_those_typed() {
        UUID first = cast.image("first");
        cast.offers(first, "4711", "4712");
        label(first, "4711", "Berlin office");
        UUID next = cast.image("next");
        HtmlPage form = cast.creator.opens(form(next)).is(200);
        assertEquals(List.of("Berlin office 4711"), form.texts("#book li"));
        HtmlPage review = form.presses("Review", "recipient", "4711", "numbers", "4713, 4711");
        assertEquals(
                List.of("4713 new", "4711 Berlin office new", "4711 Berlin office already listed above; counted once"),
                review.is(200).texts(".lines li"));
        review.presses("Make", "confirmed", "*").says("4713 next pending", "4711 Berlin office next pending");
    }

    @Test
    void a_choice_is_enough() {
        UUID first = cast.image("first");
        cast.offers(first, "4711");
        String form = form(cast.image("next"));
        cast.producer.opens(form).presses("Review", "recipient", "4711").is(200).says("1 new", "4711");
        cast.producer.opens(form).presses("Review").is(422).says("Enter at least one account number.");
        assertTrue(cast.stranger
                .opens(form(cast.image(cast.stranger, "new-here")))
                .element("#numbers")
                .hasAttr("required"));
    }

    @Test
    void recent_recipients_are_the_latest_ten_without_a_label() {
        UUID image = cast.image("many");
        cast.offers(image, IntStream.range(100, 115).mapToObj(String::valueOf).toArray(String[]::new));
        cast.offers(image, "4711", "4712");
        label(image, "4711", "Berlin office");
        cast.offers(cast.image("again"), "4712");
        List<String> recent = cast.producer.opens(form(image)).texts(".book-list:not(#book) li");
        assertEquals("4712", recent.get(0));
        assertEquals(9, recent.size());
    }

    @Test
    void nobody_else_has_them() {
        UUID image = cast.pending("private-labels");
        label(image, cast.consumer.account, "Berlin office");
        UUID own = cast.image(cast.consumer, "own");
        cast.consumer.opens(form(own)).is(200).doesNotSay("Address book", "Berlin office");
        cast.stranger.opens(form(image)).is(404).doesNotSay("Berlin office");
        cast.observer.opens(form(image)).is(403).doesNotSay("Berlin office");
    }

    private void label(UUID image, String account, String label) {
        cast.producer
                .posts("/DFW/images/" + image + "/offers/" + account + "/label", "label", label)
                .is(200);
    }

    private static String form(UUID image) {
        return "/DFW/offer-batches?image=" + image;
    }
}
