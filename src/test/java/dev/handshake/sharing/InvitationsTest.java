package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.Image;
import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The consumer's view: invitations and decisions. */
@PortalTest
@AlsoAtGlance
class InvitationsTest {

    private final Cast cast = new Cast();

    @Test
    void an_invitation_says_who_what_and_since_when() {
        UUID image = cast.pending("invited");
        HtmlPage page = cast.consumer.opens("/DFW/invitations").is(200);
        page.says("invited", "From account " + cast.producer.account, "just now", "qcow2", "SHA-512");
        page.says(Image.<Image>find("id", image).firstResult().sha512);
    }

    @Test
    void a_banner_and_the_head_count_what_waits() {
        cast.pending("waiting");
        cast.consumer.opens("/DFW/images").says("1 invitation is waiting for your decision.");
        HtmlPage elsewhere = cast.consumer.opens("/ORD/images").is(200).doesNotSay("is waiting for your decision");
        assertEquals("DFW 1 pending invitations", elsewhere.texts(".menu li").get(0));
        cast.consumer.opens("/DFW/invitations").presses("Accept waiting");
        cast.consumer.opens("/DFW/images").doesNotSay("is waiting for your decision");
    }

    @Test
    void accepting_in_the_row_brings_it_into_the_list() {
        cast.pending("rowed");
        cast.consumer.opens("/DFW/invitations").presses("Accept rowed").is(200).says("Accepted. “rowed”");
        cast.consumer.opens("/DFW/images?show=shared").says("rowed", "Shared");
    }

    @Test
    void rejecting_first_says_that_access_by_id_remains() {
        UUID image = cast.pending("refused");
        HtmlPage question = cast.consumer
                .opens("/DFW/invitations")
                .follows("Reject… refused")
                .is(200);
        question.says("Your account stays a member", "until the owner removes your account");
        question.presses("Reject").is(200).says("1 invitation rejected.");
        cast.consumer
                .opens("/DFW/invitations?status=rejected")
                .says("refused")
                .presses("Accept refused")
                .is(200);
        cast.consumer.opens(page(image)).says("You accepted this image");
    }

    @Test
    void dropping_an_accepted_image_is_the_same_rejection() {
        UUID image = cast.accepted("dropped");
        cast.consumer.opens(page(image)).follows("Reject…").presses("Reject").is(200);
        cast.consumer.opens("/DFW/invitations?status=rejected").says("dropped");
        cast.producer.opens(page(image)).says("rejected");
    }

    @Test
    void a_mind_changes_in_any_direction() {
        UUID image = cast.accepted("pondered");
        cast.consumer.opens(page(image)).presses("Move back to pending").is(200).says("Pending again. “pondered”");
        cast.consumer.opens("/DFW/invitations").says("pondered");
        cast.consumer.posts("/DFW/invitations/" + image + "/rejection").is(200);
        cast.consumer.posts("/DFW/invitations/" + image + "/reconsideration").is(200);
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        cast.producer.opens(page(image)).says("accepted");
    }

    @Test
    void several_are_answered_at_once_and_those_gone_are_passed_over() {
        UUID one = cast.pending("first");
        UUID two = cast.pending("second");
        UUID gone = cast.pending("third");
        HtmlPage list = cast.consumer.opens("/DFW/invitations");
        cast.producer
                .posts(page(gone) + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        list.presses("Accept selected", "image", "*")
                .is(200)
                .says("2 invitations accepted.", "The others are suspended or no longer offered to you.");
        HtmlPage rejecting = cast.consumer
                .opens("/DFW/invitations?status=accepted")
                .presses("Reject selected…", "image", "*")
                .is(200);
        rejecting.says("Reject 2 images?", "first", "second").presses("Reject").says("2 invitations rejected.");
        assertEquals(MembershipStatus.REJECTED, status(one));
        assertEquals(MembershipStatus.REJECTED, status(two));
        cast.consumer.posts("/DFW/invitations/acceptances").is(200).says("Nothing is selected");
    }

    @Test
    void a_decision_says_who_decided_to_its_own_account_only() {
        UUID image = cast.accepted("decided");
        cast.consumer.opens(page(image)).says("Decided for your account by Iris, just now");
        cast.consumerObserver.opens(page(image)).says("Decided for your account by Iris");
        cast.producer.opens(page(image)).doesNotSay("Iris");
    }

    @Test
    void deciding_the_same_again_changes_nothing() {
        UUID image = cast.accepted("steady");
        Membership before = Membership.find("imageId", image).firstResult();
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        Membership after = Membership.find("imageId", image).firstResult();
        assertEquals(before.decidedAt, after.decidedAt);
        assertEquals(1, HistoryEntry.count("imageId = ?1 and eventType = ?2", image, HistoryEventType.ACCEPTED));
    }

    @Test
    void every_tab_has_an_empty_state_that_says_what_to_do() {
        cast.stranger.opens("/DFW/invitations").is(200).says("No pending invitations", "account number");
        cast.stranger.opens("/DFW/invitations?status=accepted").says("No accepted invitations");
        cast.stranger.opens("/DFW/invitations?status=rejected").says("No rejected invitations");
        cast.stranger.opens("/DFW/offers").says("No offers yet");
        cast.stranger.opens("/DFW/offers?status=rejected").says("No offers with this status");
        cast.stranger.opens("/DFW/history").says("No history yet");
        cast.stranger.opens("/DFW/images?show=own").says("No images yet");
        cast.stranger.opens("/DFW/images?show=shared").says("No images are shared with you yet");
        cast.stranger.opens("/DFW/images?q=nowhere").says("No image matches");
    }

    @Test
    void the_list_goes_on_page_by_page() {
        for (int each = 0; each < 27; each++) {
            cast.pending("numbered-" + each);
        }
        HtmlPage first = cast.consumer.opens("/DFW/invitations").is(200);
        HtmlPage second = first.follows("Next page").is(200);
        assertEquals(25, first.texts(".row-card").size());
        assertEquals(2, second.texts(".row-card").size());
        assertFalse(second.hasAction("Next page"));
        first.says("numbered-26").doesNotSay("numbered-1<");
    }

    private static MembershipStatus status(UUID image) {
        return Membership.<Membership>find("imageId", image).firstResult().status();
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
