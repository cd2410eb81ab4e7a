package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.OfferForm;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The review of account numbers before an offer. */
@PortalTest
@AlsoAtGlance
class OfferReviewTest {

    private final Cast cast = new Cast();

    @Test
    void the_review_says_of_each_line_what_it_is() {
        UUID image = cast.rejected("reviewed");
        HtmlPage review = OfferForm.review(
                cast.producer, image, "4711, " + cast.consumer.account + "\n" + cast.producer.account + " abc;4711");
        assertEquals(
                List.of(
                        "abc cannot be offered This is not an account number.",
                        cast.producer.account
                                + " cannot be offered This is your own account. The image is already yours.",
                        cast.consumer.account + " rejected already a member",
                        "4711 new",
                        "4711 already listed above; counted once"),
                review.texts(".lines li"));
        assertEquals(
                List.of("1 new · 1 not an account number · 1 yours · 1 already a member · 1 repeated"),
                review.texts(".summary"));
        assertEquals(List.of("Images", "reviewed"), review.texts(".crumb a"));
        review.says("1 of 128 members", "Make 1 offer");
        cast.producer.opens(page(image)).says("1 of 128 members");
    }

    @Test
    void what_needs_attention_comes_first_and_long_lists_are_folded() {
        UUID image = cast.image("sorted");
        String numbers = IntStream.range(1, 141).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        HtmlPage review = OfferForm.review(cast.producer, image, numbers + " abc x-y 7 8 9");
        review.says("128 new · 12 over the limit · 2 not account numbers · 3 repeated", "Make 128 offers");
        List<String> lines = review.texts(".lines li");
        assertEquals("129 cannot be offered An image can have at most 128 members.", lines.get(0));
        assertEquals("abc cannot be offered This is not an account number.", lines.get(12));
        assertEquals("1 new", lines.get(14));
        assertEquals(
                List.of("12 over the limit", "2 not account numbers", "128 new", "3 repeated"),
                review.texts(".folded > summary"));
        assertEquals(List.of("2 not account numbers", "3 repeated"), review.texts(".folded[open] > summary"));
        assertEquals(
                2,
                OfferForm.review(cast.producer, image, "1 2 3 3")
                        .elements(".folded[open]")
                        .size());
    }

    @Test
    void a_review_of_several_images_sums_them_up() {
        UUID one = cast.image("one");
        UUID two = cast.pending("two");
        HtmlPage review = cast.producer
                .opens("/DFW/offer-batches?image=" + one + "&image=" + two)
                .presses("Review", "numbers", cast.consumer.account + " 4711")
                .is(200);
        assertEquals("3 new · 1 already a member", review.texts(".summary").get(0));
        assertEquals(
                List.of("1 new · 1 already a member", "2 new"),
                review.texts("section .summary").stream().sorted().toList());
        assertEquals(List.of("Images"), review.texts(".crumb a"));
    }

    @Test
    void a_review_without_numbers_comes_back_with_the_error_beside_the_field() {
        UUID image = cast.image("unnumbered");
        HtmlPage again =
                cast.producer.opens("/DFW/offer-batches?image=" + image).presses("Review", "numbers", " , ");
        again.is(422).says("Enter at least one account number.");
        assertTrue(again.element("#numbers").hasClass("is-invalid"));
    }

    @Test
    void the_129th_member_is_refused_in_review_and_offer() {
        UUID image = cast.image("crowded");
        cast.offers(image, IntStream.range(1, 128).mapToObj(String::valueOf).toArray(String[]::new));
        cast.producer.opens(page(image)).says("127 of 128");
        HtmlPage review = OfferForm.review(cast.producer, image, "901 902");
        review.says("901 new", "902 cannot be offered An image can have at most 128 members.", "Make 1 offer");
        review.presses("Make", "confirmed", "*")
                .says("901 crowded pending", "902 crowded not offered An image can have at most 128");
        cast.producer.opens(page(image)).says("128 of 128");
        OfferForm.review(cast.producer, image, "903").says("None of these accounts can be offered the image");
    }

    @Test
    void more_than_a_thousand_pairs_at_once_are_refused_beside_the_field() {
        UUID image = cast.image("flooded");
        String numbers = IntStream.range(0, 1_001).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        cast.producer
                .opens("/DFW/offer-batches?image=" + image)
                .presses("Review", "numbers", numbers)
                .is(422)
                .says("At most 1000 offers (images × account numbers) can be made at once");
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
