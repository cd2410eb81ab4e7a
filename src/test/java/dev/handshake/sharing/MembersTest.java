package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.NotAtGlance;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The producer's view: members and their removal. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class MembersTest {

    private final Cast cast = new Cast();

    @Test
    void removing_one_leaves_every_other_untouched() {
        UUID image = cast.accepted("kept");
        cast.offers(image, cast.otherConsumer.account, "4711");
        Membership before = membership(image, cast.consumer.account);
        HtmlPage page = cast.producer.opens(page(image));
        page.says("Withdraw… account 4711", "Remove… account " + cast.consumer.account);
        HtmlPage question = cast.producer.opens(page(image) + "/offers/4711/removal");
        question.says("Withdraw the offer to account 4711?", "loses access at once")
                .presses("Withdraw")
                .is(200)
                .says("4711 is no longer a member.");
        Membership after = membership(image, cast.consumer.account);
        assertEquals(before.status(), after.status());
        assertEquals(before.offeredAt, after.offeredAt);
        assertEquals(before.decidedAt, after.decidedAt);
        assertEquals(
                MembershipStatus.PENDING,
                membership(image, cast.otherConsumer.account).status());
        assertNull(membership(image, "4711"));
        cast.producer.posts(page(image) + "/offers/4711/removal").is(404);
    }

    @Test
    void a_removed_consumer_finds_nothing_and_a_new_offer_starts_pending() {
        UUID image = cast.accepted("returned");
        cast.producer.posts(removal(image)).is(200);
        cast.consumer.opens(page(image)).is(404);
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(404);
        cast.consumer.opens("/DFW/images").doesNotSay("returned");
        cast.consumer.opens("/DFW/invitations?status=accepted").doesNotSay("returned");
        cast.offers(image, cast.consumer.account);
        cast.consumer.opens("/DFW/invitations").says("returned", "pending");
        assertNull(membership(image, cast.consumer.account).decidedAt);
    }

    @Test
    void the_ticked_are_removed_after_a_question() {
        UUID image = cast.image("ticked");
        cast.offers(image, "1", "2", "3");
        HtmlPage question = cast.producer.opens(page(image)).presses("Remove selected…", "member", "1", "member", "3");
        question.is(200).says("Withdraw 2 offers?", "All other members keep it");
        question.presses("Withdraw 2 offers").is(200).says("2 offers withdrawn.", "1 of 128");
        assertEquals(MembershipStatus.PENDING, membership(image, "2").status());
    }

    @Test
    void all_who_rejected_are_removed_and_nobody_else() {
        UUID image = cast.rejected("cleaned");
        cast.offers(image, cast.otherConsumer.account);
        HtmlPage question = cast.producer.opens(page(image)).presses("Remove rejected…");
        question.says("Remove 1 member?", cast.consumer.account)
                .presses("Remove 1 member")
                .says("1 member removed.");
        cast.consumer.opens(page(image)).is(404);
        cast.otherConsumer.opens(page(image)).is(200);
    }

    @Test
    void a_label_is_the_producers_own() {
        UUID image = cast.pending("labelled");
        cast.producer
                .opens(page(image))
                .follows("Label…")
                .says("Only your account sees it")
                .presses("Save label", "label", "Berlin <b>office</b>")
                .is(200)
                .says("Berlin <b>office</b>");
        cast.producer.opens("/DFW/images").says("Berlin <b>office</b>");
        cast.producer.opens("/DFW/offers").says("Berlin <b>office</b>");
        cast.observer.opens(page(image)).says("Berlin <b>office</b>");
        cast.consumer.opens(page(image)).doesNotSay("Berlin");
        cast.producer
                .posts(page(image) + "/offers/" + cast.consumer.account + "/label", "label", "")
                .is(200);
        cast.producer.opens(page(image)).doesNotSay("Berlin");
        cast.producer
                .posts(page(image) + "/offers/4711/label", "label", "no member")
                .is(404);
        cast.producer.opens(page(image) + "/offers/4711/label").is(404);
        cast.consumer
                .opens(page(image) + "/offers/" + cast.consumer.account + "/label")
                .is(403);
    }

    @Test
    void the_offers_page_shows_all_images_by_status_and_takes_back() {
        UUID one = cast.accepted("first-image");
        UUID two = cast.image("second-image");
        cast.offers(two, "4711", "4712");
        HtmlPage all = cast.producer.opens("/DFW/offers").is(200);
        all.says("first-image", "second-image", "Pending 2", "Accepted 1", "by Nora");
        assertEquals(3, all.texts("tbody tr").size());
        assertEquals(
                2,
                cast.producer
                        .opens("/DFW/offers?status=pending")
                        .texts("tbody tr")
                        .size());
        all.presses("Remove selected…", "offer", two + "~4711", "offer", one + "~" + cast.consumer.account)
                .is(200)
                .presses("Withdraw 1 offer and remove 1 member")
                .is(200)
                .says("1 offer withdrawn, 1 member removed.");
        assertEquals(1, cast.producer.opens("/DFW/offers").texts("tbody tr").size());
        cast.consumer.opens(page(one)).is(404);
    }

    @Test
    void another_accounts_offers_cannot_be_taken_back() {
        UUID image = cast.pending("protected");
        cast.stranger
                .posts("/DFW/offers/removals", "offer", image + "~" + cast.consumer.account)
                .is(404);
        cast.consumer
                .posts("/DFW/offers/removals", "offer", image + "~" + cast.consumer.account)
                .is(403);
        cast.consumer.opens(page(image)).is(200);
    }

    @Test
    @NotAtGlance
    void an_image_with_members_does_not_become_private() {
        UUID image = cast.pending("public-enough");
        cast.producer
                .opens(page(image) + "/edit")
                .presses("Save", "private", "yes")
                .is(409)
                .says("Remove its 1 members first");
        cast.producer.posts(removal(image)).is(200);
        cast.producer
                .opens(page(image) + "/edit")
                .presses("Save", "private", "yes")
                .is(200)
                .says("private");
    }

    @Test
    void the_offers_page_goes_on_page_by_page() {
        UUID image = cast.image("many");
        cast.offers(image, IntStream.range(100, 160).mapToObj(String::valueOf).toArray(String[]::new));
        HtmlPage first = cast.producer.opens("/DFW/offers");
        HtmlPage second = first.follows("Next page");
        HtmlPage third = second.follows("Next page");
        assertEquals(List.of(25, 25, 10), List.of(rows(first), rows(second), rows(third)));
        assertEquals(false, third.hasAction("Next page"));
    }

    private static int rows(HtmlPage page) {
        return page.is(200).texts("tbody tr").size();
    }

    private Membership membership(UUID image, String account) {
        return Membership.findById(new Membership.Key("DFW", image, account));
    }

    private String removal(UUID image) {
        return page(image) + "/offers/" + cast.consumer.account + "/removal";
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
