package dev.handshake.imagesync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEventType;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Offers made at Glance against the rules of the portal are undone there, and both sides are told. */
@PortalTest
class EnforcedSharingTest {

    private static final int QUOTA = 128;

    private final GlanceCast cast = new GlanceCast("IAD");

    private void awaitAtGlance(UUID image, Map<String, String> members) {
        Eventually.get(() -> cast.glance.members(image), members::equals);
    }

    private void awaitUndone(UUID image, TestUser member) {
        Eventually.isTrue(() -> !cast.glance.members(image).containsKey(member.account));
        cast.producer.opens("/IAD/notifications").says("The offer to account " + member.account + " was undone");
        member.opens("/IAD/notifications").says("An offer to you by account " + cast.producer.account + " was undone");
        member.opens(cast.url(image)).is(404);
        GlanceCast.api(member).get(cast.apiUrl(image)).is(404);
        cast.producer.opens(cast.url(image) + "/history").says("offer undone");
    }

    private Map<String, String> fillUp(UUID image, int count) {
        Map<String, String> members = new HashMap<>();
        for (int each = 0; each < count; each++) {
            members.put(Cast.newAccountNumber(), "pending");
        }
        members.forEach((account, status) -> cast.glance.setMember(image, account, status));
        return members;
    }

    @Test
    void an_offer_within_the_rules_stays_and_is_decided_at_either_side() {
        UUID image = cast.offered("debian-12", "pending");
        GlanceCast.api(cast.consumer)
                .put(cast.apiUrl(image) + "/members/" + cast.consumer.account, "{\"status\":\"accepted\"}")
                .is(200);
        awaitAtGlance(image, Map.of(cast.consumer.account, "accepted"));
    }

    @Test
    void a_member_beyond_the_quota_is_removed_and_the_others_stay() {
        UUID image = cast.image("debian-12");
        Map<String, String> members = fillUp(image, QUOTA);
        Eventually.get(() -> shownMembers(image), count -> count == QUOTA);
        cast.glance.setMember(image, cast.consumer.account, "accepted");
        awaitUndone(image, cast.consumer);
        awaitAtGlance(image, members);
        assertEquals(QUOTA, shownMembers(image));
    }

    private int shownMembers(UUID image) {
        return GlanceCast.api(cast.producer)
                .get(cast.apiUrl(image) + "/members")
                .is(200)
                .json()
                .path("members")
                .size();
    }

    @Test
    void a_member_of_a_deactivated_image_is_removed_unless_it_was_one_before() {
        UUID image = cast.offered("debian-12", "accepted");
        cast.glance.change(image, "status", "deactivated");
        Eventually.get(() -> cast.shows(cast.producer, image).path("status").asText(), "deactivated"::equals);
        cast.glance.setMember(image, cast.otherConsumer.account, "pending");
        awaitUndone(image, cast.otherConsumer);
        awaitAtGlance(image, Map.of(cast.consumer.account, "accepted"));
    }

    @Test
    void an_offer_that_is_made_again_is_undone_again() {
        UUID image = cast.image("debian-12");
        cast.glance.change(image, "status", "deactivated");
        Eventually.get(() -> cast.shows(cast.producer, image).path("status").asText(), "deactivated"::equals);
        for (int round = 0; round < 2; round++) {
            cast.glance.setMember(image, cast.consumer.account, "accepted");
            awaitUndone(image, cast.consumer);
        }
        cast.glance.change(image, "status", "active");
        Eventually.get(() -> cast.shows(cast.producer, image).path("status").asText(), "active"::equals);
    }

    @Test
    void who_muted_the_owner_is_not_disturbed_and_others_learn_nothing() {
        cast.consumer
                .posts("/IAD/notifications/mutes", "number", cast.producer.account)
                .is(200);
        UUID image = cast.image("debian-12");
        cast.glance.change(image, "status", "deactivated");
        Eventually.get(() -> cast.shows(cast.producer, image).path("status").asText(), "deactivated"::equals);
        cast.glance.setMember(image, cast.consumer.account, "pending");
        Eventually.isTrue(
                () -> HistoryEntry.count("imageId = ?1 and eventType = ?2", image, HistoryEventType.UNDONE) > 0);
        assertEquals(List.of(), cast.consumer.opens("/IAD/notifications").texts(".bell .count"));
        assertFalse(cast.stranger.opens("/IAD/notifications").text().contains("undone"));
        cast.stranger.opens(cast.url(image)).is(404);
    }
}
