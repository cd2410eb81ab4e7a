package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.account.Role;
import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The owner changes the note and the contact of an offer. */
@PortalTest
@AlsoAtGlance
class MemberNoteTest {

    private final Cast cast = new Cast();

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }

    private String note(UUID image) {
        return page(image) + "/offers/" + cast.consumer.account + "/note";
    }

    @Test
    void the_member_reads_what_the_owner_saved_last() {
        UUID image = cast.pending("noted");
        cast.producer
                .opens(page(image))
                .follows("Label…")
                .follows("the note and support contact")
                .presses("Save note", "note", "For the shop", "contact", "shop@example.com")
                .is(200)
                .says("reads it with its invitation");
        cast.consumer.opens(page(image)).says("For the shop", "shop@example.com");
        cast.consumer.opens("/DFW/invitations").says("For the shop", "shop@example.com");
        cast.producer
                .opens(note(image))
                .says("For the shop")
                .presses("Save note", "note", "", "contact", "")
                .is(200);
        cast.consumer.opens(page(image)).doesNotSay("For the shop").doesNotSay("shop@example.com");
    }

    @Test
    void other_members_do_not_read_it() {
        UUID image = cast.pending("noted");
        cast.offers(image, cast.otherConsumer.account);
        cast.producer.posts(note(image), "note", "For one alone").is(200);
        cast.otherConsumer.opens(page(image)).is(200).doesNotSay("For one alone");
    }

    @Test
    void what_is_too_long_comes_back_with_the_reason_beside_it() {
        UUID image = cast.pending("noted");
        HtmlPage again = cast.producer.posts(note(image), "note", "x".repeat(1_001), "contact", "kept");
        again.is(422).says("Use at most 1000 characters");
        assertEquals("kept", again.element("#contact").attr("value"));
        cast.consumer.opens(page(image)).doesNotSay("kept");
    }

    @Test
    void only_the_owner_from_creator_on_may() {
        UUID image = cast.pending("noted");
        TestUser creator = Cast.newUser("Cem", cast.producer.account, Role.CREATOR);
        creator.posts(note(image), "note", "By a creator").is(200);
        TestUser observer = Cast.newUser("Olga", cast.producer.account, Role.OBSERVER);
        observer.opens(note(image)).is(403);
        observer.posts(note(image), "note", "No").is(403);
        cast.consumer.opens(note(image)).is(403);
        cast.consumer.posts(note(image), "note", "No").is(403);
        cast.stranger.opens(note(image)).is(404);
        cast.stranger.posts(note(image), "note", "No").is(404);
        cast.producer
                .posts(page(image) + "/offers/" + cast.stranger.account + "/note", "note", "No")
                .is(404);
        cast.consumer.opens(page(image)).says("By a creator").doesNotSay("No ");
    }
}
