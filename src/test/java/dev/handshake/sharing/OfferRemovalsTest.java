package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.NotAtGlance;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One review for every removal: of one image or of several, of those selected, those who rejected, or all. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class OfferRemovalsTest {

    private static final String PATH = "/DFW/offers/removals";

    private final Cast cast = new Cast();

    @Test
    @NotAtGlance
    void the_review_lists_each_account_with_status_but_no_servers() {
        UUID image = cast.accepted("reviewed");
        cast.offers(image, "4711");
        cast.server(cast.consumer, image, "not the owner's business");
        HtmlPage review =
                cast.producer.opens(page(image)).presses("Remove all…").is(200);
        review.says("Withdraw 1 offer and remove 1 member?", "reviewed 2 accounts", "keep running");
        assertEquals(Set.of(cast.consumer.account + " accepted", "4711 pending"), Set.copyOf(rows(review)));
        assertFalse(review.html().contains("confirmation"));
    }

    @Test
    void from_ten_on_their_number_is_typed() {
        UUID image = offered("crowded", 9);
        cast.offers(image, cast.consumer.account);
        HtmlPage review =
                cast.producer.opens(page(image)).presses("Remove all…").is(200);
        review.presses("Withdraw 10 offers").is(422).says("Type 10, the number of accounts listed.");
        review.presses("Withdraw 10 offers", "confirmation", "9").is(422);
        cast.consumer.opens(page(image)).is(200);
        review.presses("Withdraw 10 offers", "confirmation", " 10 ").says("10 offers withdrawn.", "No members yet");
        cast.consumer.opens(page(image)).is(404);
    }

    @Test
    void over_several_images_too() {
        UUID one = offered("first", 6);
        UUID two = offered("second", 5);
        HtmlPage review = cast.producer
                .opens("/DFW/offers")
                .presses("Remove selected…", "offer", "*")
                .is(200);
        review.says("Withdraw 11 offers?", "first 6 accounts", "second 5 accounts");
        review.presses("Withdraw 11 offers").is(422);
        assertEquals(11, Membership.count("imageId = ?1 or imageId = ?2", one, two));
        review.presses("Withdraw 11 offers", "confirmation", "11").says("11 offers withdrawn.", "No offers yet");
    }

    @Test
    void nobody_is_removed_who_was_not_listed() {
        UUID image = offered("grows", 1);
        HtmlPage review = cast.producer.opens(page(image)).presses("Remove all…");
        cast.offers(image, cast.consumer.account);
        review.presses("Withdraw 1 offer").is(200).says("1 of 128");
        cast.consumer.opens(page(image)).is(200);
    }

    @Test
    void one_image_that_is_not_ones_own_keeps_all_members() {
        UUID own = offered("own", 1);
        UUID other = cast.image(cast.stranger, "not theirs");
        cast.offers(cast.stranger, other, cast.producer.account);
        cast.producer
                .posts(PATH, "offer", own + "~100", "offer", other + "~" + cast.producer.account)
                .is(403);
        cast.producer
                .posts(PATH, "offer", own + "~100", "offer", UUID.randomUUID() + "~1")
                .is(404);
        assertEquals(1, Membership.count("imageId", own));
    }

    @Test
    void everybody_of_no_image_is_not_found() {
        for (String image : new String[] {"", "image=", "image=x"}) {
            cast.producer.opens(PATH + "?who=all&" + image).is(404);
        }
        cast.producer.posts(PATH, "who", "rejected").is(404);
        cast.producer.posts(PATH, "member", "4711").is(404);
    }

    @Test
    void without_a_selection_one_stays_on_the_page_with_a_sentence() {
        UUID image = offered("kept", 2);
        cast.pending("invited");
        for (String list : new String[] {"/DFW/offers", page(image), "/DFW/images"}) {
            HtmlPage page = cast.producer.opens(list);
            String button = list.endsWith("images") ? "Offer selected…" : "Remove selected…";
            assertEquals(
                    list,
                    page.presses(button).is(200).says("Nothing is selected.").path());
        }
        for (String button : new String[] {"Accept selected", "Reject selected…"}) {
            HtmlPage page =
                    cast.consumer.opens("/DFW/invitations").presses(button).is(200);
            assertEquals("/DFW/invitations", page.says("Nothing is selected.").path());
        }
        assertEquals(
                "/DFW/offers",
                cast.producer.posts(PATH).says("Nothing is selected.").path());
        assertEquals(2, Membership.count("imageId", image));
    }

    @Test
    void a_review_costs_the_images_members_labels_servers_and_the_head() {
        UUID image = cast.accepted("counted");
        assertEquals(5, queries(image));
        cast.offers(image, IntStream.range(100, 140).mapToObj(String::valueOf).toArray(String[]::new));
        assertEquals(5, queries(image));
    }

    /** Without their times. */
    private static List<String> rows(HtmlPage review) {
        return review.texts("tbody tr").stream()
                .map(row -> row.replaceFirst(" (just now|\\d+ minutes? ago)$", ""))
                .toList();
    }

    private long queries(UUID image) {
        cast.producer.opens("/account");
        return QueryCounter.count(
                () -> cast.producer.opens(PATH + "?who=all&image=" + image).is(200));
    }

    private UUID offered(String name, int accounts) {
        UUID image = cast.image(name);
        cast.offers(
                image,
                IntStream.range(100, 100 + accounts).mapToObj(String::valueOf).toArray(String[]::new));
        return image;
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
