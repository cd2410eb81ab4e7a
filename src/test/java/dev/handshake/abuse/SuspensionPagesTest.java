package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.OfferForm;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the pages say of a suspended image, to its owner, its consumers and others. */
@PortalTest
class SuspensionPagesTest {

    private static final String REASON = "Reason: It carries a miner.";

    private final Cast cast = new Cast();
    private final UUID image = cast.image(cast.producer, "evidence", Cast.uniqueDiskFile());

    @Test
    void the_owner_reads_the_reason_and_what_to_do() {
        SuspensionFixture.suspend(cast, cast.producer, image);
        HtmlPage page = cast.producer.opens("/DFW/images/" + image);
        assertTrue(page.texts(".note-bad").get(0).contains(REASON));
        page.says("contact the provider", "You can still remove members").doesNotSay("Offer…", "image add project");
        cast.producer.opens("/DFW/offers").says("evidence Suspended");
        assertEquals(
                List.of("Suspended"),
                cast.producer.opens("/DFW/images?show=own").texts("#images > tr > [data-title=Status]"));
    }

    @Test
    void every_consumer_reads_the_reason_and_only_may_reject() {
        cast.offers(image, cast.consumer.account);
        SuspensionFixture.suspend(cast, cast.producer, image);
        for (TestUser each : List.of(cast.consumer, cast.consumerObserver)) {
            HtmlPage page = each.opens("/DFW/images/" + image);
            assertTrue(page.texts(".note-bad").get(0).contains(REASON));
            page.says("pending", "account " + cast.producer.account).doesNotSay("who knows its id can use it");
            assertFalse(page.hasAction("Accept"));
            HtmlPage list = each.opens("/DFW/invitations").says("evidence pending Suspended", REASON);
            assertFalse(list.hasAction("Accept evidence"));
        }
        cast.consumer.opens("/DFW/images/" + image).says("You can reject it.");
        cast.consumerObserver.opens("/DFW/images/" + image).doesNotSay("You can reject it.");
    }

    @Test
    void a_consumer_that_accepted_it_reads_that_it_cannot_use_it() {
        cast.offers(image, cast.consumer.account);
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        SuspensionFixture.suspend(cast, cast.producer, image);
        cast.consumer
                .opens("/DFW/images/" + image)
                .says("It is in your image list, but cannot be used now.", REASON)
                .doesNotSay("Register server");
        cast.stranger.opens("/DFW/images/" + image).is(404);
    }

    @Test
    void the_review_leaves_it_out_and_goes_on_with_the_rest() {
        UUID fine = cast.image(cast.producer, "fine", Cast.uniqueDiskFile());
        SuspensionFixture.suspend(cast, cast.producer, image);
        String[] both = OfferForm.fields(UUID.randomUUID(), List.of(image, fine), cast.consumer.account);
        HtmlPage review = cast.producer.posts(OfferForm.PATH + "/reviews", both).is(200);
        review.says("evidence Suspended", REASON, "is left out of this offer", "Make 1 offer");
        cast.producer.posts(OfferForm.PATH, both).is(200).says("is left out of this offer", "Make 1 offer");
        cast.consumer.opens("/DFW/images/" + fine).is(404);
        review.presses("Make 1 offer", "confirmed", "*").is(200);
        cast.consumer.opens("/DFW/images/" + fine).is(200);
        cast.consumer.opens("/DFW/images/" + image).is(404);
    }

    @Test
    void the_review_of_it_alone_offers_nothing() {
        HtmlPage form = cast.producer.opens(OfferForm.PATH + "?image=" + image).is(200);
        SuspensionFixture.suspend(cast, cast.producer, image);
        HtmlPage review = form.presses("Review", "numbers", cast.consumer.account)
                .is(403)
                .says(SuspensionFixture.SENTENCE, REASON);
        assertFalse(review.hasAction("Make"));
        cast.producer
                .posts(OfferForm.PATH, OfferForm.fields(image, cast.consumer.account))
                .is(403)
                .says(SuspensionFixture.SENTENCE);
        cast.stranger
                .posts(OfferForm.PATH + "/reviews", OfferForm.fields(image, "1"))
                .is(404)
                .doesNotSay("It carries a miner.");
    }

    @Test
    void the_history_names_the_image_and_the_provider() {
        cast.offers(image, cast.consumer.account);
        SuspensionFixture.suspend(cast, cast.producer, image).lift();
        HtmlPage owners = cast.producer.opens("/DFW/images/" + image + "/history");
        assertEquals(
                List.of(
                        "suspension lifted evidence the provider, just now",
                        "suspended evidence the provider, just now"),
                owners.texts(".history li").subList(0, 2));
        assertEquals("offered", owners.texts(".history .status").get(2));
        cast.consumer
                .opens("/DFW/history")
                .says("suspended evidence the provider, just now")
                .doesNotSay("evidence – your account, the provider");
    }

    @Test
    void a_deactivated_image_says_so_and_how_to_undo_it() {
        cast.offers(image, cast.consumer.account);
        ApiClient.forUser(cast.producer)
                .post("/v2/images/" + image + "/actions/deactivate", "")
                .is(204);
        HtmlPage owners = cast.producer.opens("/DFW/images/" + image);
        owners.says("This image is deactivated.", "openstack image set --activate " + image);
        assertTrue(owners.elements("main a.btn-primary").isEmpty());
        owners.follows("History").says("deactivated evidence Nora, just now");
        HtmlPage consumers = cast.consumer.opens("/DFW/images/" + image);
        consumers.says("This image is deactivated.").doesNotSay("who knows its id can use it");
        assertTrue(consumers.elements("main .btn-primary").isEmpty());
        OfferForm.review(cast.producer, image, "4711").says("This image is deactivated.");
    }
}
