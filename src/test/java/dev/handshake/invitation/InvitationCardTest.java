package dev.handshake.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an invitation says, so that a consumer can decide. */
@PortalTest
class InvitationCardTest {

    private static final String INVITATIONS = "/DFW/invitations";
    private static final String FIRST_OFFER = "First offer from this account";

    private final Cast cast = new Cast();

    @Test
    void the_first_offer_of_an_account_is_marked() {
        UUID first = cast.pending("first");
        cast.consumer.opens(INVITATIONS).says(FIRST_OFFER);
        cast.consumer.opens(page(first)).says(FIRST_OFFER);
        UUID second = cast.pending("second");
        assertEquals(
                1, cast.consumer.opens(INVITATIONS).texts(".label-new").size(), "the second offer is not the first");
        cast.consumer.opens(page(second)).is(200).doesNotSay(FIRST_OFFER);
        cast.producer.opens(page(first)).is(200).doesNotSay(FIRST_OFFER);
    }

    @Test
    void an_offer_after_one_that_was_removed_is_not_the_first() {
        UUID image = cast.pending("removed");
        ApiClient owner = ApiClient.forUser(cast.producer);
        owner.delete("/v2/images/" + image + "/members/" + cast.consumer.account)
                .is(204);
        owner.delete("/v2/images/" + image).is(204);
        cast.pending("later");
        cast.consumer.opens(INVITATIONS).says("later").doesNotSay(FIRST_OFFER);
    }

    @Test
    void an_accepted_image_is_no_longer_marked() {
        cast.accepted("accepted");
        cast.consumer.opens(INVITATIONS + "?status=accepted").says("accepted").doesNotSay(FIRST_OFFER);
    }

    @Test
    void the_owner_has_the_label_that_the_consumer_gave_it() {
        UUID returned = cast.image(cast.consumer, "returned");
        cast.offers(cast.consumer, returned, cast.producer.account);
        UUID image = cast.pending("labelled");
        cast.consumer
                .posts(page(returned) + "/offers/" + cast.producer.account + "/label", "label", "Berlin <b>office</b>")
                .is(200);
        cast.consumer.opens(INVITATIONS).says("From account " + cast.producer.account + " Berlin <b>office</b>");
        cast.consumerObserver.opens(page(image)).says("Berlin <b>office</b>");
        cast.producer.opens(page(image)).is(200).doesNotSay("Berlin");
    }

    @Test
    void it_says_what_the_owner_confirmed_and_if_nothing() {
        cast.pending("confirmed");
        cast.consumer
                .opens(INVITATIONS)
                .says("The owner confirmed that secrets")
                .doesNotSay("confirmed nothing");
        UUID image = cast.image("by the API");
        ApiClient.forUser(cast.producer)
                .offers(image, cast.otherConsumer.account)
                .is(200);
        cast.otherConsumer.opens(INVITATIONS).says("The owner confirmed nothing about this image.");
    }

    @Test
    void after_accepting_it_leads_to_a_server_and_stays_on_the_page() {
        UUID one = cast.pending("one");
        HtmlPage list = cast.consumer.opens(INVITATIONS).presses("Accept one").is(200);
        assertEquals(INVITATIONS, list.path());
        list.follows("Register a server").is(200).says("one");
        UUID two = cast.pending("two");
        assertEquals(page(two), cast.consumer.opens(page(two)).presses("Accept").path());
        assertEquals(
                page(one),
                cast.consumer.opens(page(one)).presses("Move back to pending").path());
    }

    @Test
    void who_cannot_decide_reads_why() {
        cast.pending("read only");
        String reason = "A user with the admin role in your account can accept or reject these invitations.";
        HtmlPage page = cast.consumerObserver.opens(INVITATIONS).is(200).says("read only", reason);
        assertEquals(List.of(), page.texts("main button:not([role=search] *)"));
        cast.consumer.opens(INVITATIONS).doesNotSay(reason);
    }

    @Test
    void its_link_is_for_the_invited_account_alone() {
        UUID image = cast.pending("linked");
        String link = cast.consumer
                .opens(INVITATIONS)
                .follows("Link to this invitation")
                .path();
        assertEquals(page(image), link);
        cast.consumerObserver.opens(link).is(200).says("You have been offered this image");
        cast.stranger.opens(link).is(404).doesNotSay("linked", cast.producer.account);
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
