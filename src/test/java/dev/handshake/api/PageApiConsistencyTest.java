package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.error.Reason;
import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.NotAtGlance;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages and API refuse with the same status and message. */
@PortalTest
@AlsoAtGlance
class PageApiConsistencyTest {

    private final Cast cast = new Cast();
    private final String member = cast.consumer.account;

    @Test
    void whoever_is_not_the_owner_offers_nothing() {
        for (UUID image : imagesInEachRelation()) {
            BothDoors.offer(cast.consumer, image).refuse(Reason.ONLY_OWNER_OFFERS);
            BothDoors.offer(cast.stranger, image).refuse(Reason.NOT_FOUND);
        }
        UUID base = cast.baseImage();
        BothDoors.offer(cast.producer, base).refuse(Reason.BASE_IMAGE);
        BothDoors.offer(cast.provider, base).refuse(Reason.BASE_IMAGE);
    }

    @Test
    void whoever_is_not_the_owner_removes_nobody() {
        for (UUID image : imagesInEachRelation()) {
            for (String whom : List.of(member, "4711")) {
                BothDoors.remove(cast.consumer, image, whom).refuse(Reason.ONLY_OWNER_REMOVES);
                BothDoors.remove(cast.stranger, image, whom).refuse(Reason.NOT_FOUND);
            }
            BothDoors.remove(cast.producer, image, "4711").refuse(Reason.NOT_FOUND);
        }
    }

    @Test
    void nobody_but_the_consumer_decides() {
        for (UUID image : imagesInEachRelation()) {
            for (String[] decision : new String[][] {
                {"acceptance", "accepted"}, {"rejection", "rejected"}, {"reconsideration", "pending"}
            }) {
                BothDoors.decide(cast.producer, image, member, decision[0], decision[1])
                        .refuse(Reason.ONLY_CONSUMER_DECIDES);
                BothDoors.decide(cast.stranger, image, cast.stranger.account, decision[0], decision[1])
                        .refuse(Reason.NOT_FOUND);
            }
        }
    }

    @Test
    void a_role_that_does_not_reach_reaches_at_neither_door() {
        UUID image = cast.pending("ruled");
        BothDoors.offer(cast.observer, image).refuse(403);
        BothDoors.remove(cast.creator, image, member).refuse(403);
        BothDoors.decide(cast.consumerObserver, image, member, "acceptance", "accepted")
                .refuse(403);
        BothDoors.delete(cast.creator, image).refuse(403);
    }

    @Test
    void an_image_is_changed_and_deleted_by_its_owner_alone() {
        for (UUID image : imagesInEachRelation()) {
            BothDoors.change(cast.consumer, image).refuse(Reason.ONLY_OWNER_CHANGES);
            BothDoors.change(cast.stranger, image).refuse(Reason.NOT_FOUND);
            BothDoors.delete(cast.consumer, image).refuse(Reason.ONLY_OWNER_CHANGES);
            BothDoors.delete(cast.stranger, image).refuse(Reason.NOT_FOUND);
        }
    }

    @Test
    @NotAtGlance
    void an_image_with_members_is_not_made_private_and_a_protected_one_not_deleted() {
        UUID image = cast.pending("held");
        new BothDoors(
                        cast.producer.posts("/DFW/images/" + image + "/details", "name", "held", "private", "yes"),
                        script(cast.producer).patch(image, ApiClient.replace("visibility", "\"private\"")))
                .refuse(409);
        script(cast.producer)
                .patch(image, ApiClient.replace("protected", "true"))
                .is(200);
        new BothDoors(
                        cast.producer.posts("/DFW/images/" + image + "/deletion", "name", "held"),
                        script(cast.producer).delete("/v2/images/" + image))
                .refuse(Reason.PROTECTED);
    }

    @Test
    void a_private_image_is_offered_at_neither_door() {
        UUID image = cast.privateImage("secret");
        BothDoors.offer(cast.producer, image).refuse(Reason.PRIVATE_IMAGE);
    }

    @Test
    void a_number_that_cannot_be_offered_gets_the_same_reason() {
        UUID image = cast.pending("numbered");
        for (String number : List.of(member, cast.producer.account, "abc", "1".repeat(21))) {
            BothDoors offered = BothDoors.offer(cast.producer, image, number);
            String line = offered.page().is(200).texts(".lines li").get(0);
            String sentence = offered.apiMessage();
            assertEquals(true, line.contains(sentence), line + " / " + sentence);
        }
    }

    @Test
    void what_one_door_does_the_other_shows() {
        UUID image = cast.image("seen");
        script(cast.producer).offers(image, member).is(200);
        cast.consumer.opens("/DFW/invitations").is(200).says("seen");
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        assertEquals(
                "accepted",
                script(cast.producer)
                        .get("/v2/images/" + image + "/members/" + member)
                        .json()
                        .path("status")
                        .asText());
        script(cast.consumer).decides(image, member, "rejected").is(200);
        cast.producer.opens("/DFW/images/" + image).says("rejected");
        script(cast.producer).removes(image, member).is(204);
        cast.consumer.opens("/DFW/images/" + image).is(404);
        cast.consumer.opens("/DFW/history").says("offered", "accepted", "rejected", "removed");
    }

    /** Images whose consumer is pending, accepted and rejected. */
    private List<UUID> imagesInEachRelation() {
        return List.of(cast.pending("p"), cast.accepted("a"), cast.rejected("r"));
    }

    private static ApiClient script(TestUser testUser) {
        return ApiClient.forUser(testUser);
    }
}
