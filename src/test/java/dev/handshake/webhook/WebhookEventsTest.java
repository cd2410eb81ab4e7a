package dev.handshake.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each event goes to those who are notified of it, and to whoever caused it if it is a party. */
@PortalTest
class WebhookEventsTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Test
    void both_hear_of_an_offer_each_decision_and_the_removal_and_others_of_nothing() {
        Receiver owners = Receiver.add(cast.producer, "ok");
        Receiver consumers = Receiver.add(cast.consumer, "ok");
        Receiver others = Receiver.add(cast.otherConsumer, "ok");
        UUID image = owner.creates("shared");
        owner.offers(image, cast.consumer.account).is(200);
        consumer.decides(image, cast.consumer.account, "accepted").is(200);
        consumer.decides(image, cast.consumer.account, "rejected").is(200);
        consumer.decides(image, cast.consumer.account, "pending").is(200);
        owner.removes(image, cast.consumer.account).is(204);
        for (Receiver each : List.of(owners, consumers)) {
            List<JsonNode> bodies = each.awaitBodies(5);
            assertEquals(
                    List.of("image.offered", "image.accepted", "image.rejected", "image.reconsidered", "image.removed"),
                    bodies.stream()
                            .map(body -> body.get("type").asText())
                            .sorted(WebhookEventsTest::byRank)
                            .toList());
        }
        JsonNode offered = find(consumers, "image.offered");
        assertTrue(offered.get("timestamp").asText().matches("2.*T.*Z"), offered.toString());
        JsonNode data = offered.get("data");
        assertEquals(image.toString(), data.get("image_id").asText());
        assertEquals("shared", data.get("image_name").asText());
        assertEquals("DFW", data.get("region").asText());
        assertEquals(cast.producer.account, data.get("owner").asText());
        assertEquals(cast.consumer.account, data.get("member").asText());
        assertEquals(cast.producer.account, data.get("by_account").asText());
        assertEquals("pending", data.get("status").asText());
        assertEquals(List.of(), others.requests());
    }

    private static int byRank(String one, String other) {
        List<String> order =
                List.of("image.offered", "image.accepted", "image.rejected", "image.reconsidered", "image.removed");
        return Integer.compare(order.indexOf(one), order.indexOf(other));
    }

    private static JsonNode find(Receiver receiver, String type) {
        return receiver.awaitBodies(1).stream()
                .filter(body -> body.get("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_owner_hears_that_an_image_is_ready() {
        Receiver owners = Receiver.add(cast.producer, "ok");
        UUID image = cast.image("uploaded");
        JsonNode ready = owners.awaitBodies(1).get(0);
        assertEquals("image.ready", ready.get("type").asText());
        assertEquals(image.toString(), ready.get("data").get("image_id").asText());
        assertEquals("active", ready.get("data").get("status").asText());
    }

    @Test
    void owner_and_members_hear_of_a_suspension_but_not_who_the_operator_is() {
        TestUser operator = Cast.newUser("Opal", Cast.newAccountNumber(), Role.ADMIN)
                .withClaim("role", List.of("operator", "admin"));
        UUID image = cast.image(cast.producer, "bad", Cast.uniqueDiskFile());
        owner.offers(image, cast.consumer.account).is(200);
        Receiver owners = Receiver.add(cast.producer, "ok");
        Receiver consumers = Receiver.add(cast.consumer, "ok");
        suspend(image, operator);
        for (Receiver each : List.of(owners, consumers)) {
            Eventually.isTrue(() -> each.types().contains("image.suspended"));
            JsonNode data = find(each, "image.suspended").get("data");
            assertFalse(data.has("by_account"), data.toString());
            assertFalse(data.toString().contains(operator.account), data.toString());
        }
        assertFalse(find(owners, "image.suspended").get("data").has("member"));
    }

    private void suspend(UUID image, TestUser operator) {
        String report = cast.consumer
                .posts("/DFW/reports", "image", image.toString(), "ground", "error", "words", "It mines coins.")
                .is(200)
                .path()
                .replaceAll(".*/", "");
        operator.posts("/DFW/abuse-reports/" + report + "/suspension", "why", "malware")
                .is(200);
    }

    @Test
    void a_muted_account_causes_nothing() {
        Receiver consumers = Receiver.add(cast.consumer, "ok");
        cast.consumer
                .posts("/DFW/notifications/mutes", "number", cast.producer.account)
                .is(200);
        cast.pending("quiet");
        consumers.page().presses("Send test event");
        consumers.awaitRequests(1);
        assertEquals(List.of("webhook.test"), consumers.types());
    }

    @Test
    void another_region_hears_nothing() {
        Receiver consumers = Receiver.add(cast.consumer, "ok");
        ApiClient.idOf(owner.post("/v2/images", "{\"name\": \"here\"}").is(201));
        consumers.page().presses("Send test event");
        consumers.awaitRequests(1);
        assertEquals(List.of("webhook.test"), consumers.types());
    }
}
