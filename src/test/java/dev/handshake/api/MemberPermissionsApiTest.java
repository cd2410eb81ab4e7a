package dev.handshake.api;

import static dev.handshake.api.MembersApiTest.members;
import static dev.handshake.api.MembersApiTest.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Role;
import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may do what with the members of an image, as in Glance. */
@PortalTest
@AlsoAtGlance
class MemberPermissionsApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final ApiClient stranger = ApiClient.forUser(cast.stranger);
    private final String c1 = cast.consumer.account;

    @Test
    void a_consumer_sees_its_own_row_alone_and_shares_nothing_on() {
        UUID image = cast.pending("narrow");
        owner.offers(image, "4711").is(200);
        for (String status : List.of("pending", "accepted", "rejected")) {
            consumer.decides(image, c1, status).is(200);
            JsonNode seen = consumer.get(members(image)).is(200).json().path("members");
            assertEquals(1, seen.size());
            assertEquals(c1, seen.path(0).path("member_id").asText());
            consumer.get(members(image) + "/" + c1).is(200);
            consumer.get(members(image) + "/4711").is(404);
            consumer.decides(image, "4711", "accepted").is(404);
            consumer.offers(image, "4712").is(403);
            consumer.removes(image, c1).is(403);
            consumer.removes(image, "4711").is(403);
        }
    }

    @Test
    void the_owner_never_sets_a_status_whatever_it_says() {
        UUID image = cast.pending("owners");
        for (String status : List.of("accepted", "pending", "bogus")) {
            owner.decides(image, c1, status).is(403);
        }
        owner.put(members(image) + "/" + c1, "{\"status\":").is(400);
        owner.decides(image, "4711", "accepted").is(404);
        assertEquals("pending", status(owner.get(members(image) + "/" + c1)));
    }

    @Test
    void a_stranger_finds_nothing_whatever_it_asks() {
        UUID image = cast.pending("hidden");
        String never = stranger.get("/v2/images/" + UUID.randomUUID()).is(404).text();
        assertEquals(never, stranger.get("/v2/images/" + image).is(404).text());
        assertEquals(never, stranger.get(members(image)).is(404).text());
        assertEquals(never, stranger.get(members(image) + "/" + c1).is(404).text());
        assertEquals(never, stranger.offers(image, "4711").is(404).text());
        assertEquals(never, stranger.decides(image, c1, "accepted").is(404).text());
        assertEquals(never, stranger.decides(image, c1, "bogus").is(404).text());
        assertEquals(never, stranger.removes(image, c1).is(404).text());
        for (String id : List.of("1", "x".repeat(300), image.toString().toUpperCase(Locale.ROOT))) {
            owner.get("/v2/images/" + id + "/members").is(404);
        }
        for (String unreadable : List.of("%00", "..%2f..")) {
            owner.get("/v2/images/" + unreadable + "/members").is(400);
        }
    }

    @Test
    void roles_bind_scripts_too() {
        UUID image = cast.pending("ruled");
        ApiClient observer = ApiClient.forUser(cast.observer);
        observer.get(members(image)).is(200);
        observer.offers(image, "4711").is(403);
        observer.removes(image, c1).is(403);
        ApiClient.forUser(cast.consumerObserver).decides(image, c1, "accepted").is(403);
        ApiClient creator = ApiClient.forUser(cast.creator);
        creator.offers(image, "4711").is(200);
        creator.removes(image, "4711").is(403);
        ApiClient.forUser(Cast.newUser("Carl", c1, Role.CREATOR))
                .decides(image, c1, "accepted")
                .is(403);
    }

    @Test
    void an_operator_manages_the_members_of_any_image() {
        UUID image = cast.pending("managed");
        ApiClient operator = new ApiClient(FakeKeystone.token("1", "admin"));
        assertEquals(
                1, operator.get(members(image)).is(200).json().path("members").size());
        operator.offers(image, "4711").is(200);
        assertEquals("accepted", status(operator.decides(image, c1, "accepted")));
        operator.decides(image, "4712", "accepted").is(404);
        operator.removes(image, "4711").is(204);
        consumer.get("/v2/images/" + image).is(200);
    }

    @Test
    void a_consumer_without_the_region_is_a_member_that_never_comes() {
        UUID image = cast.image("far");
        TestUser elsewhere = new TestUser("Lou", Cast.newAccountNumber(), Role.ADMIN, "LON");
        owner.offers(image, elsewhere.account).is(200);
        ApiClient.forUser(elsewhere).get("/DFW/v2/images/" + image).is(404);
        ApiClient.forUser(elsewhere).get("/LON/v2/images/" + image).is(404);
        assertFalse(ApiClient.forUser(elsewhere)
                .get("/LON/v2/images?member_status=all")
                .is(200)
                .text()
                .contains("far"));
    }
}
