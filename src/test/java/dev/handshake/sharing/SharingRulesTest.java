package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The sharing rules: what each party sees and may do. One test per row of the table, through the pages. The column
 * about servers is in {@code server.ServerStartRulesTest}, since that package depends on this one.
 */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class SharingRulesTest {

    private final Cast cast = new Cast();

    @Test
    void the_owner_lists_sees_offers_and_removes_but_never_decides() {
        UUID image = cast.pending("owned");
        cast.offers(image, cast.otherConsumer.account);
        assertTrue(listsImage(cast.producer, "owned"));
        HtmlPage page = cast.producer.opens(page(image)).is(200);
        page.says(cast.consumer.account, cast.otherConsumer.account, "2 of 128");
        assertTrue(page.hasAction("Offer…") && page.hasAction("Remove selected…"));
        assertFalse(page.texts("main button").contains("Accept") || page.hasAction("Reject…"));
        for (String decision : new String[] {"acceptance", "rejection", "reconsideration"}) {
            cast.producer.posts(invitation(image, decision)).is(403).says("Only the account that was offered");
        }
        cast.producer.posts(removal(image, cast.consumer.account)).is(200);
        cast.producer.opens(page(image)).doesNotSay(">" + cast.consumer.account + "<");
    }

    @Test
    void a_pending_consumer_has_it_under_invitations_and_by_id_only() {
        UUID image = cast.pending("offered");
        assertFalse(listsImage(cast.consumer, "offered"));
        assertTrue(hasInvitation(cast.consumer, "pending", "offered"));
        assertSeesOnlyItsOwnRow(image);
        assertMayNeitherOfferNorRemove(cast.consumer, image);
        cast.consumer.posts(invitation(image, "acceptance")).is(200).says("Accepted. “offered”");
    }

    @Test
    void an_accepted_consumer_has_it_in_its_list_marked_shared() {
        UUID image = cast.accepted("taken");
        HtmlPage list = cast.consumer.opens("/DFW/images").is(200);
        list.says("taken", "Shared", "by account " + cast.producer.account);
        assertTrue(hasInvitation(cast.consumer, "accepted", "taken"));
        assertFalse(hasInvitation(cast.consumer, "pending", "taken"));
        assertSeesOnlyItsOwnRow(image);
        assertMayNeitherOfferNorRemove(cast.consumer, image);
        cast.consumer.posts(invitation(image, "rejection")).is(200).says("Rejected. “taken”");
    }

    @Test
    void a_rejected_consumer_has_it_under_rejected_and_still_by_id() {
        UUID image = cast.rejected("declined");
        assertFalse(listsImage(cast.consumer, "declined"));
        assertTrue(hasInvitation(cast.consumer, "rejected", "declined"));
        assertSeesOnlyItsOwnRow(image);
        assertMayNeitherOfferNorRemove(cast.consumer, image);
        cast.consumer.posts(invitation(image, "acceptance")).is(200);
        assertTrue(listsImage(cast.consumer, "declined"));
    }

    @Test
    void a_stranger_does_not_find_the_image() {
        UUID image = cast.accepted("secret");
        assertFalse(listsImage(cast.stranger, "secret"));
        for (String path : new String[] {"", "/details", "/history", "/edit", "/deletion"}) {
            assertNotFound(cast.stranger.opens(page(image) + path));
        }
        assertNotFound(cast.stranger.opens("/DFW/offer-batches?image=" + image));
        assertNotFound(cast.stranger.opens("/DFW/offers/removals?who=all&image=" + image));
        for (String decision : new String[] {"acceptance", "rejection", "reconsideration"}) {
            assertNotFound(cast.stranger.posts(invitation(image, decision)));
        }
        assertNotFound(cast.stranger.posts(removal(image, cast.consumer.account)));
        assertNotFound(cast.stranger.posts("/DFW/offers/removals", "image", "" + image, "who", "rejected"));
        assertNotFound(cast.stranger.posts(page(image) + "/offers/" + cast.consumer.account + "/label", "label", "x"));
        assertNotFound(cast.stranger.posts(page(image) + "/details", "name", "mine now"));
        assertNotFound(cast.stranger.posts(page(image) + "/deletion", "name", "secret"));
        assertNotFound(cast.stranger.posts("/DFW/offer-batches/reviews", "image", image.toString(), "numbers", "4711"));
        assertTrue(listsImage(cast.producer, "secret") && listsImage(cast.consumer, "secret"));
    }

    @Test
    void a_stranger_gets_the_same_answer_for_an_image_that_never_was() {
        UUID image = cast.pending("hidden");
        HtmlPage hidden = cast.stranger.opens(page(image));
        HtmlPage never = cast.stranger.opens(page(UUID.randomUUID()));
        assertEquals(never.status(), hidden.status());
        assertEquals(never.html(), hidden.html());
    }

    private void assertSeesOnlyItsOwnRow(UUID image) {
        cast.offers(image, cast.otherConsumer.account);
        HtmlPage page = cast.consumer.opens(page(image)).is(200);
        page.doesNotSay(cast.otherConsumer.account, "Nora");
    }

    private void assertMayNeitherOfferNorRemove(TestUser member, UUID image) {
        HtmlPage page = member.opens(page(image)).is(200);
        assertFalse(page.hasAction("Offer…")
                || page.hasAction("Remove")
                || page.hasAction("Delete…")
                || page.hasAction("Edit…"));
        member.opens("/DFW/offer-batches?image=" + image).is(403).says("Only the owner of an image can offer it");
        member.posts("/DFW/offer-batches/reviews", "image", image.toString(), "numbers", "4711")
                .is(403);
        member.posts(removal(image, cast.otherConsumer.account)).is(403).says("Only the owner of an image can remove");
        member.posts(removal(image, member.account)).is(403);
        member.posts(page(image) + "/details", "name", "mine now").is(403);
        member.posts(page(image) + "/deletion").is(403);
    }

    private static void assertNotFound(HtmlPage page) {
        page.is(404)
                .says("Not found. It does not exist, or your account has no access to it")
                .doesNotSay("secret");
    }

    private static boolean listsImage(TestUser reader, String name) {
        return reader.opens("/DFW/images")
                .is(200)
                .texts("#images > tr > th > a")
                .contains(name);
    }

    private static boolean hasInvitation(TestUser reader, String status, String name) {
        return reader.opens("/DFW/invitations?status=" + status)
                .is(200)
                .texts(".row-head h2")
                .contains(name);
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }

    private static String invitation(UUID image, String decision) {
        return "/DFW/invitations/" + image + "/" + decision;
    }

    private static String removal(UUID image, String account) {
        return page(image) + "/offers/" + account + "/removal";
    }
}
