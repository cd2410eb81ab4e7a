package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestEnvironment;
import dev.handshake.testing.TestUser;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Observers read; creators also create images and offers; admins also decide, remove and delete. Checked both in the
 * pages and on the requests.
 */
@PortalTest
@AlsoAtGlance
class RolePermissionsTest {

    private final Cast cast = new Cast();

    @Test
    void an_observer_of_the_owner_only_reads() {
        UUID image = cast.pending("read-only");
        HtmlPage list = cast.observer.opens("/DFW/images").is(200).says("read-only", cast.consumer.account);
        assertFalse(list.hasAction("Add image") || list.hasAction("Offer"));
        HtmlPage page = cast.observer.opens(page(image)).is(200).says(cast.consumer.account, "pending");
        for (String button : new String[] {"Offer…", "Edit…", "Delete…", "Remove", "Withdraw", "Label"}) {
            assertFalse(page.hasAction(button), button);
        }
        cast.observer.opens("/DFW/images/uploads").is(403).says("This requires the creator role; yours is observer.");
        cast.observer.uploads("DFW", "x", DiskFiles.raw(512)).is(403);
        cast.observer.opens("/DFW/offer-batches?image=" + image).is(403);
        cast.observer
                .posts("/DFW/offer-batches/reviews", "image", "" + image, "numbers", "1")
                .is(403);
        cast.observer.posts(page(image) + "/details", "name", "x").is(403);
        cast.observer
                .posts(page(image) + "/offers/" + cast.consumer.account + "/label", "label", "x")
                .is(403);
        assertOnlyAdminsMay(cast.observer, image);
    }

    @Test
    void a_creator_brings_in_and_offers_but_does_not_remove_or_delete() {
        UUID image = Cast.idOf(
                cast.creator.uploads("DFW", "created", DiskFiles.raw(512)).is(200));
        cast.offers(cast.creator, image, cast.consumer.account);
        HtmlPage page = cast.creator.opens(page(image)).is(200);
        assertTrue(page.hasAction("Offer…"));
        assertEquals(!TestEnvironment.isAtGlance(), page.hasAction("Edit…"));
        assertFalse(page.hasAction("Delete…") || page.hasAction("Remove") || page.hasAction("Withdraw"));
        assertOnlyAdminsMay(cast.creator, image);
    }

    private void assertOnlyAdminsMay(TestUser testUser, UUID image) {
        testUser.posts(page(image) + "/offers/" + cast.consumer.account + "/removal")
                .is(403)
                .says("requires the admin role");
        testUser.opens("/DFW/offers/removals?who=all&image=" + image).is(403);
        testUser.posts("/DFW/offers/removals", "image", "" + image, "who", "rejected")
                .is(403);
        testUser.posts("/DFW/offers/removals", "offer", image + "~" + cast.consumer.account)
                .is(403);
        testUser.opens(page(image) + "/deletion").is(403);
        testUser.posts(page(image) + "/deletion", "name", "created").is(403);
        cast.consumer.opens(page(image)).is(200);
    }

    @Test
    void only_an_admin_of_the_consumer_decides() {
        UUID image = cast.pending("undecided");
        var creator = Cast.newUser("Carl", cast.consumer.account, Role.CREATOR);
        for (var testUser : new TestUser[] {cast.consumerObserver, creator}) {
            HtmlPage page = testUser.opens(page(image))
                    .is(200)
                    .says("A user with the admin role in your account can accept or reject it.");
            assertFalse(page.hasAction("Accept") || page.hasAction("Reject…"));
            assertFalse(testUser.opens("/DFW/invitations").says("undecided").hasAction("Accept undecided"));
            for (String decision : new String[] {"acceptance", "rejection", "reconsideration"}) {
                testUser.posts("/DFW/invitations/" + image + "/" + decision)
                        .is(403)
                        .says("requires the admin role");
            }
            testUser.posts("/DFW/invitations/acceptances", "image", "" + image).is(403);
            testUser.opens("/DFW/invitations/rejections?image=" + image).is(403);
        }
        cast.producer.opens(page(image)).says("pending");
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
