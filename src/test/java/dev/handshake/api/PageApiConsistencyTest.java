package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages and API refuse with the same status and message. */
@PortalTest
class PageApiConsistencyTest {

    private final Cast cast = new Cast();
    private final String member = cast.consumer.account;

    @Test
    void whoever_is_not_the_owner_offers_nothing() {
        for (UUID image : imagesInEachRelation()) {
            assertBothRefuse(
                    Reason.ONLY_OWNER_OFFERS,
                    offer(cast.consumer, image),
                    script(cast.consumer).offers(image, "4711"));
            assertBothRefuse(
                    Reason.NOT_FOUND,
                    offer(cast.stranger, image),
                    script(cast.stranger).offers(image, "4711"));
        }
        UUID base = cast.image(cast.provider, "base-" + Cast.newAccountNumber());
        assertBothRefuse(
                Reason.BASE_IMAGE,
                offer(cast.producer, base),
                script(cast.producer).offers(base, "4711"));
        assertBothRefuse(
                Reason.BASE_IMAGE,
                offer(cast.provider, base),
                script(cast.provider).offers(base, "4711"));
    }

    @Test
    void whoever_is_not_the_owner_removes_nobody() {
        for (UUID image : imagesInEachRelation()) {
            for (String whom : List.of(member, "4711")) {
                assertBothRefuse(
                        Reason.ONLY_OWNER_REMOVES,
                        remove(cast.consumer, image, whom),
                        script(cast.consumer).removes(image, whom));
                assertBothRefuse(
                        Reason.NOT_FOUND,
                        remove(cast.stranger, image, whom),
                        script(cast.stranger).removes(image, whom));
            }
            assertBothRefuse(
                    Reason.NOT_FOUND,
                    remove(cast.producer, image, "4711"),
                    script(cast.producer).removes(image, "4711"));
        }
    }

    @Test
    void nobody_but_the_consumer_decides() {
        for (UUID image : imagesInEachRelation()) {
            for (String[] decision : new String[][] {
                {"acceptance", "accepted"}, {"rejection", "rejected"}, {"reconsideration", "pending"}
            }) {
                assertBothRefuse(
                        Reason.ONLY_CONSUMER_DECIDES,
                        decide(cast.producer, image, decision[0]),
                        script(cast.producer).decides(image, member, decision[1]));
                assertBothRefuse(
                        Reason.NOT_FOUND,
                        decide(cast.stranger, image, decision[0]),
                        script(cast.stranger).decides(image, cast.stranger.account, decision[1]));
            }
        }
    }

    @Test
    void a_role_that_does_not_reach_reaches_at_neither_door() {
        UUID image = cast.pending("ruled");
        assertSameMessage(
                403, offer(cast.observer, image), script(cast.observer).offers(image, "4711"));
        assertSameMessage(
                403, remove(cast.creator, image, member), script(cast.creator).removes(image, member));
        assertSameMessage(
                403,
                decide(cast.consumerObserver, image, "acceptance"),
                script(cast.consumerObserver).decides(image, member, "accepted"));
        assertSameMessage(403, delete(cast.creator, image), script(cast.creator).delete("/v2/images/" + image));
    }

    @Test
    void an_image_is_changed_and_deleted_by_its_owner_alone() {
        for (UUID image : imagesInEachRelation()) {
            assertBothRefuse(Reason.ONLY_OWNER_CHANGES, change(cast.consumer, image), rename(cast.consumer, image));
            assertBothRefuse(Reason.NOT_FOUND, change(cast.stranger, image), rename(cast.stranger, image));
            assertBothRefuse(
                    Reason.ONLY_OWNER_CHANGES,
                    delete(cast.consumer, image),
                    script(cast.consumer).delete("/v2/images/" + image));
            assertBothRefuse(
                    Reason.NOT_FOUND,
                    delete(cast.stranger, image),
                    script(cast.stranger).delete("/v2/images/" + image));
        }
    }

    @Test
    void an_image_with_members_is_not_made_private_and_a_protected_one_not_deleted() {
        UUID image = cast.pending("held");
        assertSameMessage(
                409,
                cast.producer.posts("/DFW/images/" + image + "/details", "name", "held", "private", "yes"),
                script(cast.producer).patch(image, ApiClient.replace("visibility", "\"private\"")));
        script(cast.producer)
                .patch(image, ApiClient.replace("protected", "true"))
                .is(200);
        assertBothRefuse(
                Reason.PROTECTED,
                cast.producer.posts("/DFW/images/" + image + "/deletion", "name", "held"),
                script(cast.producer).delete("/v2/images/" + image));
    }

    @Test
    void a_private_image_is_offered_at_neither_door() {
        UUID image = cast.image("secret");
        script(cast.producer)
                .patch(image, ApiClient.replace("visibility", "\"private\""))
                .is(200);
        assertBothRefuse(
                Reason.PRIVATE_IMAGE,
                offer(cast.producer, image),
                script(cast.producer).offers(image, "4711"));
    }

    @Test
    void a_number_that_cannot_be_offered_gets_the_same_reason() {
        UUID image = cast.pending("numbered");
        for (String number : List.of(member, cast.producer.account, "abc", "1".repeat(21))) {
            String line = offer(cast.producer, image, number)
                    .is(200)
                    .texts(".lines li")
                    .get(0);
            ApiClient.ApiResponse apiResponse = script(cast.producer).offers(image, number);
            String sentence = message(apiResponse);
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

    private static HtmlPage offer(TestUser by, UUID image) {
        return offer(by, image, "4711");
    }

    private static HtmlPage offer(TestUser by, UUID image, String number) {
        return by.posts(
                "/DFW/offerings",
                "offering",
                UUID.randomUUID().toString(),
                "image",
                image.toString(),
                "numbers",
                number,
                "confirmed",
                "SECRETS",
                "confirmed",
                "PERSONAL_DATA",
                "confirmed",
                "LICENCES",
                "confirmed",
                "COPYRIGHT",
                "confirmed",
                "MALWARE");
    }

    private static HtmlPage remove(TestUser by, UUID image, String whom) {
        return by.posts("/DFW/images/" + image + "/offers/" + whom + "/removal");
    }

    private static HtmlPage decide(TestUser by, UUID image, String decision) {
        return by.posts("/DFW/invitations/" + image + "/" + decision);
    }

    private static HtmlPage change(TestUser by, UUID image) {
        return by.posts("/DFW/images/" + image + "/details", "name", "mine now");
    }

    private static HtmlPage delete(TestUser by, UUID image) {
        return by.posts("/DFW/images/" + image + "/deletion", "name", "x");
    }

    private static ApiClient.ApiResponse rename(TestUser by, UUID image) {
        return script(by).patch(image, ApiClient.replace("name", "\"mine now\""));
    }

    private static void assertBothRefuse(Reason reason, HtmlPage page, ApiClient.ApiResponse apiResponse) {
        assertEquals(new RefusedException(reason).message(), message(apiResponse));
        assertSameMessage(reason.status(), page, apiResponse);
    }

    private static void assertSameMessage(int status, HtmlPage page, ApiClient.ApiResponse apiResponse) {
        page.is(status).says(message(apiResponse.is(status)));
    }

    private static String message(ApiClient.ApiResponse apiResponse) {
        return apiResponse
                .json()
                .path("message")
                .asText()
                .replace("<br /><br />\n\n\n", "")
                .replace("&quot;", "\"");
    }
}
