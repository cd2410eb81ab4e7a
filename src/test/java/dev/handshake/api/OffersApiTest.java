package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Extensions of the Images API: all offers of an account in one list, and many offers in one call. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class OffersApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final String c1 = cast.consumer.account;

    @Test
    void images_times_members_are_offered_with_a_result_for_each_pair() {
        UUID one = cast.image("one");
        UUID two = cast.image("two");
        owner.offers(one, c1).is(200);
        JsonNode results = owner.post("/v2/offers", body(List.of(one, two), List.of(c1, "4711", "x")))
                .is(200)
                .json()
                .path("offers");
        assertEquals(6, results.size());
        List<String> outcomes = new ArrayList<>();
        results.forEach(each -> outcomes.add(each.path("member_id").asText() + " "
                + each.path("status").asText(each.path("code").asText())));
        assertEquals(1, outcomes.stream().filter((c1 + " 409")::equals).count());
        assertEquals(1, outcomes.stream().filter((c1 + " pending")::equals).count());
        assertEquals(2, outcomes.stream().filter("4711 pending"::equals).count());
        assertEquals(2, outcomes.stream().filter("x 400"::equals).count());
        cast.consumer.opens("/DFW/invitations").says("one", "two");
    }

    @Test
    void all_offers_stand_in_one_list_by_status_and_page_by_page() {
        UUID image = cast.image("many");
        List<String> numbers =
                IntStream.range(100, 130).mapToObj(String::valueOf).toList();
        owner.post("/v2/offers", body(List.of(image), numbers)).is(200);
        owner.offers(image, c1).is(200);
        ApiClient.forUser(cast.consumer).decides(image, c1, "accepted").is(200);
        JsonNode first = owner.get("/v2/offers?limit=20").is(200).json();
        assertEquals(20, first.path("offers").size());
        assertEquals("many", first.path("offers").path(0).path("image_name").asText());
        JsonNode second = owner.get(first.path("next").asText()).is(200).json();
        assertEquals(11, second.path("offers").size());
        assertFalse(second.has("next"));
        JsonNode none = owner.get("/v2/offers?limit=0").is(200).json();
        assertEquals(0, none.path("offers").size());
        assertFalse(none.has("next"));
        JsonNode accepted =
                owner.get("/v2/offers?status=accepted").is(200).json().path("offers");
        assertEquals(1, accepted.size());
        assertEquals(c1, accepted.path(0).path("member_id").asText());
        assertEquals(
                0,
                ApiClient.forUser(cast.stranger)
                        .get("/v2/offers")
                        .json()
                        .path("offers")
                        .size());
    }

    @Test
    void what_is_not_the_callers_or_not_readable_is_refused_and_nothing_is_offered() {
        UUID image = cast.image("kept");
        UUID theirs = cast.image(cast.stranger, "theirs");
        owner.post("/v2/offers", body(List.of(image, theirs), List.of("4711"))).is(404);
        ApiClient.forUser(cast.observer)
                .post("/v2/offers", body(List.of(image), List.of("4711")))
                .is(403);
        new ApiClient()
                .post("/v2/offers", body(List.of(image), List.of("4711")))
                .is(401);
        for (String rubbish : List.of(
                "",
                "[]",
                "{}",
                "{\"images\":1,\"members\":[\"1\"]}",
                "{\"images\":[],\"members\":[]}",
                "{\"images\":[\"x\"],\"members\":[\"1\"]}",
                "{\"images\":[\"" + image + "\"],\"members\":\"1\"}")) {
            owner.post("/v2/offers", rubbish).is(400);
        }
        owner.post(
                        "/v2/offers",
                        "{\"images\":[\"" + image + "\"],\"members\":[1,null,\"\\u0000\",{},\"" + "1".repeat(300)
                                + "\"]}")
                .is(200);
        owner.get("/v2/offers?status=bogus").is(400);
        owner.get("/v2/offers?marker=bogus").is(400);
        assertEquals(1, owner.get("/v2/offers").json().path("offers").size());
    }

    @Test
    void a_token_says_whose_it_is() {
        JsonNode account = owner.get("/v2/account").is(200).json();
        assertEquals(cast.producer.account, account.path("account").asText());
        assertEquals("admin", account.path("role").asText());
        assertEquals(2, account.path("regions").size());
        new ApiClient().get("/v2/account").is(401);
        assertEquals(account, owner.get("/account").is(200).json());
        new ApiClient("no token").get("/account").is(401);
        cast.producer.opens("/account").is(200).says("Your account");
    }

    private static String body(List<UUID> images, List<String> members) {
        return "{\"images\":[\""
                + String.join("\",\"", images.stream().map(UUID::toString).toList()) + "\"],\"members\":[\""
                + String.join("\",\"", members) + "\"]}";
    }
}
