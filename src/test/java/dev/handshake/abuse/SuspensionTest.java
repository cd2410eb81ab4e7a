package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the owner, consumers and strangers may still do with a suspended image, through pages and API. */
@PortalTest
class SuspensionTest {

    private final Cast cast = new Cast();
    private final byte[] file = Cast.uniqueDiskFile();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Test
    void what_its_owner_deactivated_stays_so_when_the_suspension_ends() {
        UUID image = cast.image(cast.producer, "put away", file);
        UUID copy = cast.image(cast.producer, "copy", file);
        String actions = "/v2/images/" + copy + "/actions/";
        owner.post(actions + "deactivate", "").is(204);
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        owner.post(actions + "reactivate", "").is(403);
        owner.post("/v2/images/" + image + "/actions/deactivate", "").is(204);
        suspension.lift();
        for (UUID each : List.of(image, copy)) {
            owner.get("/v2/images/" + each + "/file").is(403);
            owner.post("/v2/images/" + each + "/actions/reactivate", "").is(204);
            owner.get("/v2/images/" + each + "/file").is(200);
        }
    }

    @Test
    void the_owner_neither_deletes_nor_offers_it() {
        UUID image = cast.image(cast.producer, "evidence", file);
        UUID copy = cast.image(cast.producer, "second copy", file);
        String review =
                cast.producer.opens("/DFW/offer-batches?image=" + image).is(200).path();
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        for (UUID each : List.of(image, copy)) {
            HtmlPage page = cast.producer.opens("/DFW/images/" + each).says("Suspended", SuspensionFixture.SENTENCE);
            assertFalse(page.hasAction("Offer…") || page.hasAction("Delete…") || page.hasAction("Register server…"));
            assertFalse(page.hasAction("Export…"));
            cast.producer.opens("/DFW/images/" + each + "/deletion").is(403).says(SuspensionFixture.SENTENCE);
            cast.producer
                    .posts("/DFW/images/" + each + "/deletion", "name", "evidence")
                    .is(403)
                    .says(SuspensionFixture.SENTENCE);
            assertTrue(owner.delete("/v2/images/" + each).is(403).text().contains(SuspensionFixture.SENTENCE));
            String[] form = {"image", each.toString(), "numbers", cast.consumer.account};
            cast.producer.opens("/DFW/offer-batches?image=" + each).is(403).says(SuspensionFixture.SENTENCE);
            cast.producer.posts(review + "/reviews", form).is(403).says(SuspensionFixture.SENTENCE);
            assertTrue(owner.offers(each, cast.consumer.account).is(403).text().contains(SuspensionFixture.SENTENCE));
            owner.get("/v2/images/" + each).is(200);
        }
        assertEquals(
                List.of("Suspended", "Suspended"),
                cast.producer.opens("/DFW/images?show=own").texts("#images > tr > [data-title=Status]"));
        suspension.lift();
        owner.delete("/v2/images/" + copy).is(204);
        owner.delete("/v2/images/" + image).is(204);
    }

    @Test
    void a_consumer_rejects_it_and_does_not_accept_it() {
        UUID image = cast.image(cast.producer, "bait", file);
        UUID fine = cast.image(cast.producer, "fine", Cast.uniqueDiskFile());
        cast.offers(image, cast.consumer.account);
        cast.offers(fine, cast.consumer.account);
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        cast.consumer.opens("/DFW/invitations").says("bait pending Suspended", SuspensionFixture.SENTENCE);
        assertFalse(cast.consumer
                .opens("/DFW/images/" + image)
                .says("Suspended", SuspensionFixture.SENTENCE)
                .hasAction("Accept"));
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(403).says(SuspensionFixture.SENTENCE);
        String number = cast.consumer.account;
        assertTrue(consumer.decides(image, number, "accepted").is(403).text().contains(SuspensionFixture.SENTENCE));
        cast.consumer
                .posts("/DFW/invitations/acceptances", "image", "" + image, "image", "" + fine)
                .is(200)
                .says("1 invitation accepted.");
        assertTrue(consumer.get("/v2/images/" + image + "/members/" + number)
                .is(200)
                .text()
                .contains("pending"));
        cast.consumer.posts("/DFW/invitations/" + image + "/rejection").is(200).says("Rejected");
        consumer.decides(image, number, "pending").is(200);
        consumer.decides(image, number, "rejected").is(200);
        suspension.lift();
        consumer.decides(image, number, "accepted").is(200);
    }

    @Test
    void nobody_starts_downloads_or_exports_it_and_links_of_before_stop() {
        UUID image = cast.image(cast.producer, "leaking", file);
        cast.offers(image, cast.consumer.account);
        UUID copy = cast.image(cast.consumer, "own copy", file);
        HtmlPage export = prepared(cast.consumer, image);
        HtmlPage ofCopy = prepared(cast.consumer, copy);
        String link = export.element("a[href*=signature]").absUrl("href");
        cast.consumer.opens(link).is(200);
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        cast.consumer.opens(link).is(403);
        cast.consumer.opens(ofCopy.element("a[href*=signature]").absUrl("href")).is(403);
        assertTrue(cast.consumer
                .opens(export.path())
                .says(SuspensionFixture.SENTENCE)
                .elements("a[href*=signature]")
                .isEmpty());
        for (UUID each : List.of(image, copy)) {
            SuspensionFixture.assertSuspended(cast.consumer, each);
        }
        SuspensionFixture.assertSuspended(cast.producer, image);
        cast.stranger.opens("/DFW/images/" + image).is(404).doesNotSay("uspended");
        ApiClient.forUser(cast.stranger).get("/v2/images/" + image + "/file").is(404);
        suspension.lift();
        cast.consumer.opens(link).is(200);
    }

    @Test
    void owner_and_members_are_told_in_the_providers_name() {
        UUID image = cast.image(cast.producer, "told of", file);
        cast.offers(image, cast.consumer.account);
        SuspensionFixture.suspend(cast, cast.producer, image).lift();
        for (TestUser each : List.of(cast.producer, cast.consumer)) {
            each.opens("/DFW/notifications")
                    .says("The provider suspended told of", "The provider lifted the suspension of told of");
        }
        cast.producer.opens("/DFW/images/" + image + "/history").says("suspension lifted");
    }

    private static HtmlPage prepared(TestUser testUser, UUID image) {
        HtmlPage form = testUser.opens("/DFW/exports/new?image=" + image).is(200);
        return TaskPage.awaitFinished(
                testUser,
                form.elements("[name=acknowledged]").isEmpty()
                        ? form.presses("Start export")
                        : form.presses("Start export", "acknowledged", "yes"));
    }
}
