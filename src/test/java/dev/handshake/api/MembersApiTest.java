package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.NotAtGlance;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The member calls, as in Glance. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class MembersApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final String c1 = cast.consumer.account;

    @Test
    void the_whole_handshake() {
        UUID image = cast.image("shaken");
        String before =
                owner.get("/v2/images/" + image).json().path("updated_at").asText();
        assertEquals("pending", status(owner.offers(image, c1)));
        assertEquals("accepted", status(consumer.decides(image, c1, "accepted")));
        assertEquals("rejected", status(consumer.decides(image, c1, "rejected")));
        assertEquals("pending", status(consumer.decides(image, c1, "pending")));
        assertEquals("pending", status(owner.get(members(image) + "/" + c1)));
        assertEquals(
                before,
                owner.get("/v2/images/" + image).json().path("updated_at").asText());
        ApiClient.ApiResponse removed = owner.removes(image, c1).is(204);
        assertEquals(0, removed.bytes().length);
        assertNull(removed.header("Content-Type"));
        owner.removes(image, c1).is(404);
        consumer.decides(image, c1, "accepted").is(404);
        assertEquals("pending", status(owner.offers(image, c1)));
    }

    @Test
    void a_member_has_its_keys_in_order_and_times_in_whole_seconds() {
        UUID image = cast.image("shaped");
        String body = owner.offers(image, c1).is(200).text();
        String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
        assertTrue(
                body.matches("\\{\"member_id\":\"" + c1 + "\",\"image_id\":\"" + image + "\",\"status\":\"pending\","
                        + "\"created_at\":\"" + time + "\",\"updated_at\":\"" + time
                        + "\",\"schema\":\"/v2/schemas/member\"\\}"),
                body);
        assertEquals(body, owner.get(members(image) + "/" + c1).is(200).text());
        assertEquals(
                "{\"members\":[" + body + "],\"schema\":\"/v2/schemas/members\"}",
                owner.get(members(image) + "?limit=1").is(200).text());
    }

    @Test
    void only_a_change_moves_the_time() {
        UUID image = cast.accepted("timed");
        String before = consumer.get(members(image) + "/" + c1).text();
        assertEquals(before, consumer.decides(image, c1, "accepted").is(200).text());
    }

    @Test
    void a_second_offer_is_a_conflict_and_leaves_the_first() {
        UUID image = cast.accepted("twice");
        owner.offers(image, c1).is(409);
        assertEquals("accepted", status(owner.get(members(image) + "/" + c1)));
    }

    @Test
    void the_quota_is_looked_at_before_a_duplicate_and_a_removal_frees_a_place() {
        UUID image = cast.image("full");
        cast.offers(image, IntStream.range(0, 128).mapToObj(each -> "77" + each).toArray(String[]::new));
        owner.offers(image, "4711").is(413);
        owner.offers(image, "770").is(413);
        owner.removes(image, "770").is(204);
        owner.offers(image, "4711").is(200);
    }

    @Test
    void what_is_no_member_is_refused_and_stored_nowhere() {
        UUID image = cast.image("hostile");
        for (String body : List.of(
                "",
                "{}",
                "[]",
                "\"x\"",
                "3",
                "null",
                "{\"Member\":\"1\"}",
                "{\"member\":\"\"}",
                "{\"member\":null}",
                "{\"member\":4711}",
                "{\"member\":[\"4711\"]}",
                "{\"member\":{\"id\":\"4711\"}}",
                "{\"member\":true}",
                "{\"member\":\"a/b\"}",
                "{\"member\":\" 4711\"}",
                "{\"member\":\"😀\"}",
                "{\"member\":\"\\ud83d\"}",
                "{\"member\":\"\\u0000\"}",
                "{\"member\":\"" + "1".repeat(256) + "\"}",
                "{\"member\":\"4711\"",
                "{\"member\":\"4711\"} x",
                "[".repeat(1_000),
                "{\"member\":" + "9".repeat(900) + "}",
                "\u0000\u0001")) {
            JsonNode fault = owner.post(members(image), body).is(400).json();
            assertEquals("400 Bad Request", fault.path("code").asText());
        }
        owner.post(members(image), "{\"member\":\"" + "x".repeat(10 << 20) + "\"}")
                .is(413);
        assertEquals(0, owner.get(members(image)).json().path("members").size());
    }

    @Test
    void the_type_of_a_body_is_not_looked_at_and_other_keys_are_ignored() {
        UUID image = cast.image("typed");
        for (String type : List.of("text/plain", "application/octet-stream", "application/vnd.api+json")) {
            String number = Cast.newAccountNumber();
            owner.post(members(image), "{\"member\":\"" + number + "\"}", "Content-Type", type)
                    .is(200);
        }
        String twice = "{\"member\":\"1\",\"status\":\"accepted\",\"member\":\"4711\"}";
        assertEquals("pending", status(owner.post(members(image), twice)));
        owner.get(members(image) + "/4711").is(200);
        owner.get(members(image) + "/1").is(404);
        String padded = "{\"member\":\"4712\"" + " ".repeat(900) + "}";
        owner.post(members(image), padded).is(200);
    }

    @Test
    void a_private_or_base_image_has_no_members() {
        UUID base = cast.baseImage();
        owner.get(members(base)).is(403);
        owner.offers(base, "4711").is(403);
        ApiClient.forUser(cast.provider).offers(base, "4711").is(403);
        UUID mine = cast.privateImage("mine");
        owner.get(members(mine)).is(403);
        owner.get(members(mine) + "/4711").is(404);
        owner.offers(mine, "4711").is(403);
        owner.removes(mine, "4711").is(403);
    }

    @Test
    void only_the_three_words_are_a_status() {
        UUID image = cast.pending("worded");
        String row = members(image) + "/" + c1;
        for (String status : List.of("\"Accepted\"", "\"\"", "null", "1", "[\"accepted\"]", "\"ACCEPTED\"", "{}")) {
            String fault =
                    consumer.put(row, "{\"status\":" + status + "}").is(400).text();
            assertTrue(fault.contains("Status must be"), fault);
        }
        for (String body : List.of("", "{}", "[]", "{\"status\"", "\"accepted\"")) {
            consumer.put(row, body).is(400);
        }
        assertEquals("pending", status(consumer.get(row)));
    }

    @Test
    @NotAtGlance
    void an_image_is_offered_before_it_has_data_and_while_it_is_hidden_or_deactivated() {
        UUID queued = owner.creates("queued");
        owner.offers(queued, c1).is(200);
        consumer.get("/v2/images/" + queued).is(200);
        UUID active = cast.image("active");
        owner.patch(active, "[{\"op\":\"replace\",\"path\":\"/os_hidden\",\"value\":true}]")
                .is(200);
        owner.post("/v2/images/" + active + "/actions/deactivate", "").is(204);
        owner.offers(active, c1).is(200);
        assertEquals("accepted", status(consumer.decides(active, c1, "accepted")));
    }

    static String status(ApiClient.ApiResponse apiResponse) {
        return apiResponse.is(200).json().path("status").asText();
    }

    static String members(UUID image) {
        return "/v2/images/" + image + "/members";
    }
}
