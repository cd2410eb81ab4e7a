package dev.handshake.imagesync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.error.Reason;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is offered, decided and removed here is so at Glance, and the other way round. */
@PortalTest
class MirroredSharingTest {

    private final GlanceCast cast = new GlanceCast("LON");

    private void awaitAtGlance(UUID image, Map<String, String> members) {
        Eventually.get(() -> cast.glance.members(image), members::equals);
    }

    private void offersByForm(UUID image, String account) {
        cast.producer
                .opens("/LON/offer-batches?image=" + image)
                .is(200)
                .presses("Review", "numbers", account)
                .is(200)
                .presses("Make", "confirmed", "*")
                .is(200);
    }

    @Test
    void the_handshake_by_form_happens_at_glance_too() {
        UUID image = cast.image("debian-12");
        offersByForm(image, cast.consumer.account);
        awaitAtGlance(image, Map.of(cast.consumer.account, "pending"));
        String invitation = "/LON/invitations/" + image;
        cast.consumer.posts(invitation + "/acceptance").is(200);
        awaitAtGlance(image, Map.of(cast.consumer.account, "accepted"));
        cast.consumer.posts(invitation + "/rejection").is(200);
        awaitAtGlance(image, Map.of(cast.consumer.account, "rejected"));
        cast.consumer.posts(invitation + "/reconsideration").is(200);
        awaitAtGlance(image, Map.of(cast.consumer.account, "pending"));
        cast.producer
                .posts(cast.url(image) + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        awaitAtGlance(image, Map.of());
        String history = cast.producer.opens(cast.url(image) + "/history").text();
        assertTrue(!history.contains("the Image service removed") && history.contains("Nora"), history);
    }

    @Test
    void the_handshake_by_api_happens_at_glance_too() {
        UUID image = cast.image("debian-12");
        ApiClient owner = GlanceCast.api(cast.producer);
        String members = cast.apiUrl(image) + "/members";
        owner.post(members, "{\"member\":\"" + cast.consumer.account + "\"}").is(200);
        GlanceCast.api(cast.consumer)
                .put(members + "/" + cast.consumer.account, "{\"status\":\"accepted\"}")
                .is(200);
        awaitAtGlance(image, Map.of(cast.consumer.account, "accepted"));
        owner.post(members, "{\"member\":\"" + cast.otherConsumer.account + "\"}")
                .is(200);
        owner.delete(members + "/" + cast.consumer.account).is(204);
        awaitAtGlance(image, Map.of(cast.otherConsumer.account, "pending"));
        owner.post(members, "{\"member\":\"" + cast.consumer.account + "\"}").is(200);
        awaitAtGlance(image, Map.of(cast.consumer.account, "pending", cast.otherConsumer.account, "pending"));
    }

    @Test
    void what_happens_at_glance_is_shown_here() {
        UUID image = cast.offered("debian-12", "pending");
        cast.glance.setMember(image, cast.consumer.account, "accepted");
        cast.awaitMember(image, cast.consumer, "accepted");
        cast.glance.removeMember(image, cast.consumer.account);
        cast.awaitMember(image, cast.consumer, "");
        cast.consumer.opens(cast.url(image)).is(404);
    }

    /** Glance answers that the member is gone, and keeps it: a race of two calls does that to it. */
    @Test
    void a_removal_that_glance_loses_is_made_again() {
        UUID image = cast.offered("debian-12", "accepted");
        cast.glance.failNext("/v2/images/" + image + "/members/" + cast.consumer.account, "lost", 2);
        GlanceCast.api(cast.producer)
                .delete(cast.apiUrl(image) + "/members/" + cast.consumer.account)
                .is(204);
        awaitAtGlance(image, Map.of());
        cast.consumer.opens(cast.url(image)).is(404);
    }

    @Test
    void a_member_that_glance_brings_back_after_its_removal_is_removed_again() {
        UUID image = cast.offered("debian-12", "accepted");
        GlanceCast.api(cast.producer)
                .delete(cast.apiUrl(image) + "/members/" + cast.consumer.account)
                .is(204);
        awaitAtGlance(image, Map.of());
        cast.glance.setMember(image, cast.consumer.account, "accepted");
        awaitAtGlance(image, Map.of());
        cast.consumer.opens(cast.url(image)).is(404);
    }

    /** Glance gives it the time of the first offer. */
    @Test
    void who_was_removed_here_can_be_offered_the_image_at_glance_again() throws Exception {
        UUID image = cast.offered("debian-12", "accepted");
        GlanceCast.api(cast.producer)
                .delete(cast.apiUrl(image) + "/members/" + cast.consumer.account)
                .is(204);
        awaitAtGlance(image, Map.of());
        Thread.sleep(15_000); // until nothing that was under way there can bring the member back
        cast.glance.setMember(image, cast.consumer.account, "pending");
        cast.awaitMember(image, cast.consumer, "pending");
        cast.awaitSweep();
        assertEquals(Map.of(cast.consumer.account, "pending"), cast.glance.members(image));
    }

    @Test
    void nothing_is_lost_while_glance_is_away() {
        UUID image = cast.image("debian-12");
        String members = "/v2/images/" + image + "/members.*";
        cast.glance.failNext(members, "503", 6);
        ApiClient owner = GlanceCast.api(cast.producer);
        owner.post(cast.apiUrl(image) + "/members", "{\"member\":\"" + cast.consumer.account + "\"}")
                .is(200);
        GlanceCast.api(cast.consumer)
                .put(cast.apiUrl(image) + "/members/" + cast.consumer.account, "{\"status\":\"accepted\"}")
                .is(200);
        cast.awaitMember(image, cast.consumer, "accepted");
        awaitAtGlance(image, Map.of(cast.consumer.account, "accepted"));
        cast.awaitMember(image, cast.consumer, "accepted");
    }

    @Test
    void a_removal_there_wins_over_a_decision_here() {
        UUID image = cast.offered("debian-12", "pending");
        cast.glance.failNext("/v2/images/" + image + "/members", "503", 2);
        GlanceCast.api(cast.consumer)
                .put(cast.apiUrl(image) + "/members/" + cast.consumer.account, "{\"status\":\"accepted\"}")
                .is(200);
        cast.glance.removeMember(image, cast.consumer.account);
        cast.awaitMember(image, cast.consumer, "");
        assertEquals(Map.of(), cast.glance.members(image));
    }

    @Test
    void an_offer_that_glance_refuses_is_taken_back_and_told() {
        UUID image = cast.image("debian-12");
        cast.glance.failNext("/v2/images/" + image + "/members", "{\"members\": []}", 1); // the list before
        cast.glance.failNext("/v2/images/" + image + "/members", "413", 1);
        offersByForm(image, cast.consumer.account);
        cast.awaitMember(image, cast.consumer, "");
        cast.producer.opens(cast.url(image) + "/history").says("removed", "the Image service");
    }

    @Test
    void an_image_is_changed_at_glance_alone() {
        UUID image = cast.image("debian-12");
        String refusal = Reason.KEPT_ELSEWHERE.message();
        for (HtmlPage page : new HtmlPage[] {
            cast.producer.opens(cast.url(image) + "/edit"),
            cast.producer.opens(cast.url(image) + "/deletion"),
            cast.producer.opens("/LON/servers/new?image=" + image)
        }) {
            page.is(403).says(refusal);
        }
        GlanceCast.api(cast.producer).delete(cast.apiUrl(image)).is(403);
        GlanceCast.api(cast.producer).post("/LON/v2/images", "{}").is(403);
    }
}
