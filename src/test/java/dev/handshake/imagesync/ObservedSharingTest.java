package dev.handshake.imagesync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is shared at Glance is shown to each side by the rules of sharing, on pages and by the API. */
@PortalTest
class ObservedSharingTest {

    private final GlanceCast cast = new GlanceCast("SYD");

    private void assertListed(TestUser user, UUID image, boolean isListed) {
        assertEquals(isListed, cast.ids(user).contains(image.toString()));
        assertEquals(isListed, user.opens("/SYD/images").is(200).html().contains(cast.url(image)));
    }

    @Test
    void an_offer_at_glance_is_an_invitation_here() {
        UUID image = cast.offered("debian-12", "pending");
        cast.producer.opens(cast.url(image)).is(200).says(cast.consumer.account, "pending");
        cast.producer.opens("/SYD/offers").is(200).says("debian-12", cast.consumer.account);
        cast.consumer.opens("/SYD/invitations").is(200).says("debian-12", "From account " + cast.producer.account);
        assertListed(cast.producer, image, true);
        assertListed(cast.consumer, image, false);
        cast.consumer.opens(cast.url(image)).is(200).says("You have been offered this image");
        assertEquals("debian-12", cast.shows(cast.consumer, image).path("name").asText());
        for (TestUser other : List.of(cast.stranger, cast.otherConsumer)) {
            other.opens(cast.url(image)).is(404).doesNotSay("debian-12");
            GlanceCast.api(other).get(cast.apiUrl(image)).is(404);
            assertListed(other, image, false);
        }
    }

    @Test
    void decisions_at_glance_are_shown_and_told() {
        UUID image = cast.offered("debian-12", "pending");
        cast.glance.setMember(image, cast.consumer.account, "accepted");
        cast.awaitMember(image, cast.consumer, "accepted");
        assertListed(cast.consumer, image, true);
        cast.producer.opens("/SYD/notifications").says("accepted");
        cast.glance.setMember(image, cast.consumer.account, "rejected");
        cast.awaitMember(image, cast.consumer, "rejected");
        assertListed(cast.consumer, image, false);
        cast.consumer.opens("/SYD/invitations?status=rejected").says("debian-12");
        cast.glance.setMember(image, cast.consumer.account, "pending");
        cast.awaitMember(image, cast.consumer, "pending");
        String history =
                cast.producer.opens(cast.url(image) + "/history").is(200).text();
        for (String event : List.of("offered", "accepted", "rejected", "moved back to pending")) {
            assertTrue(history.contains(event), history);
        }
        assertTrue(history.contains("the Image service"), history);
    }

    @Test
    void a_removal_at_glance_takes_the_image_away_and_leaves_the_others() {
        UUID image = cast.offered("debian-12", "accepted");
        cast.glance.setMember(image, cast.otherConsumer.account, "accepted");
        cast.awaitMember(image, cast.otherConsumer, "accepted");
        cast.glance.removeMember(image, cast.consumer.account);
        cast.awaitMember(image, cast.consumer, "");
        cast.consumer.opens(cast.url(image)).is(404);
        GlanceCast.api(cast.consumer).get(cast.apiUrl(image)).is(404);
        cast.consumer.opens("/SYD/notifications").says("debian-12");
        cast.awaitMember(image, cast.otherConsumer, "accepted");
        cast.glance.setMember(image, cast.consumer.account, "pending");
        cast.awaitMember(image, cast.consumer, "pending");
    }

    @Test
    void images_that_glance_deletes_or_makes_private_are_gone_for_members() {
        UUID deleted = cast.offered("deleted", "accepted");
        UUID hidden = cast.offered("made-private", "accepted");
        UUID community = cast.offered("made-community", "accepted");
        cast.glance.removeImage(deleted);
        cast.glance.change(hidden, "visibility", "private");
        cast.glance.change(community, "visibility", "community");
        cast.awaitStatus(cast.producer, deleted, 404);
        cast.awaitStatus(cast.producer, community, 404);
        cast.awaitStatus(cast.consumer, hidden, 404);
        cast.awaitStatus(cast.producer, hidden, 200);
        cast.consumer.opens("/SYD/notifications").says("deleted", "made-private", "made-community");
        cast.glance.change(hidden, "visibility", "shared");
        cast.awaitMember(hidden, cast.consumer, "accepted");
    }

    @Test
    void other_changes_are_followed() {
        UUID image = cast.offered("first-name", "accepted");
        cast.glance.change(image, "name", "second-name");
        cast.glance.change(image, "os_hidden", true);
        cast.glance.change(image, "status", "deactivated");
        cast.awaitSweep();
        cast.producer.opens(cast.url(image)).is(200).says("second-name", "Deactivated");
        assertTrue(cast.shows(cast.producer, image).path("os_hidden").asBoolean());
        assertEquals(
                "deactivated", cast.shows(cast.consumer, image).path("status").asText());
        cast.consumer.opens(cast.url(image) + "/history").says("deactivated");
        cast.glance.change(image, "status", "active");
        cast.awaitSweep();
        assertEquals("active", cast.shows(cast.consumer, image).path("status").asText());
        cast.consumer.opens(cast.url(image) + "/history").says("reactivated");
    }

    @Test
    void public_images_are_base_images_of_everybody() {
        UUID image = cast.glance.addImage(cast.producer.account, "base-" + UUID.randomUUID(), "public");
        cast.awaitStatus(cast.stranger, image, 200);
        assertEquals(
                "public", cast.shows(cast.stranger, image).path("visibility").asText());
        cast.glance.change(image, "visibility", "private");
        cast.awaitStatus(cast.stranger, image, 404);
        cast.awaitStatus(cast.producer, image, 200);
    }

    @Test
    void an_image_that_changes_its_owner_leaves_the_one_before() {
        UUID image = cast.offered("moved", "accepted");
        cast.glance.change(image, "owner", cast.stranger.account);
        cast.awaitStatus(cast.stranger, image, 200);
        cast.awaitStatus(cast.producer, image, 404);
        cast.awaitStatus(cast.consumer, image, 200);
    }

    @Test
    void the_portals_own_parts_work() {
        UUID image = cast.offered("labelled", "pending");
        String member = cast.url(image) + "/offers/" + cast.consumer.account;
        cast.producer
                .opens(member + "/label")
                .presses("Save", "label", "Iris's account")
                .is(200);
        cast.producer.opens(cast.url(image)).says("Iris's account");
        cast.producer
                .opens(member + "/note")
                .presses("Save", "note", "The web server", "contact", "web@example.com")
                .is(200);
        cast.awaitSweep();
        cast.consumer.opens(cast.url(image)).says("The web server", "web@example.com");
        cast.producer.posts(member + "/reminders").is(200);
        cast.consumer.opens("/SYD/notifications").says("labelled");
        cast.consumer
                .opens("/SYD/reports/new?image=" + image)
                .says("The invitation stays as it is")
                .presses("Report", "ground", "malicious", "words", "It mines.")
                .is(200)
                .says("Reported as case")
                .doesNotSay("The invitation is rejected");
        cast.awaitMember(image, cast.consumer, "pending");
    }

    @Test
    void data_comes_from_glance_under_the_rules_of_the_portal() {
        UUID image = cast.offered("data", "pending");
        for (TestUser user : List.of(cast.producer, cast.consumer)) {
            ApiClient api = GlanceCast.api(user);
            assertEquals(4, api.get(cast.apiUrl(image) + "/file").is(200).bytes().length);
            assertEquals(
                    3,
                    api.get(cast.apiUrl(image) + "/file", "Range", "bytes=1-")
                            .is(206)
                            .bytes()
                            .length);
        }
        GlanceCast.api(cast.stranger).get(cast.apiUrl(image) + "/file").is(404);
        cast.glance.change(image, "os_distro", "windows");
        cast.awaitSweep();
        GlanceCast.api(cast.consumer).get(cast.apiUrl(image) + "/file").is(403);
        assertFalse(cast.shows(cast.producer, image).path("os_distro").isMissingNode());
    }

    @Test
    void data_that_glance_does_not_give_is_a_clear_answer() {
        UUID image = cast.image("data");
        String file = cast.apiUrl(image) + "/file";
        cast.glance.failNext("/v2/images/" + image + "/file", "403", 1);
        GlanceCast.api(cast.producer).get(file).is(409);
        cast.glance.failNext("/v2/images/" + image + "/file", "503", 1);
        GlanceCast.api(cast.producer).get(file).is(503);
        GlanceCast.api(cast.producer).get(file).is(200);
    }
}
