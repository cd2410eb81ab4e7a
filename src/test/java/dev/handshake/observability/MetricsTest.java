package dev.handshake.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted, without anything that identifies an account. */
@PortalTest
class MetricsTest {

    private static final String DFW = "region=\"DFW\"";

    private final Cast cast = new Cast();
    private MetricsScrape before;

    @BeforeEach
    void rememberScrape() {
        before = scraped();
    }

    private static MetricsScrape scraped() {
        return MetricsScrape.fetch(ManagementClient.ofTestPortal());
    }

    private double increase(String name, String... words) {
        return scraped().sum(name, words) - before.sum(name, words);
    }

    @Test
    void the_handshake_is_counted_at_both_doors() {
        UUID image = cast.accepted("counted");
        ApiClient.forUser(cast.producer)
                .offers(image, cast.otherConsumer.account)
                .is(200);
        ApiClient.forUser(cast.otherConsumer)
                .decides(image, cast.otherConsumer.account, "rejected")
                .is(200);
        ApiClient.forUser(cast.otherConsumer)
                .decides(image, cast.otherConsumer.account, "pending")
                .is(200);
        ApiClient.forUser(cast.producer)
                .removes(image, cast.otherConsumer.account)
                .is(204);
        assertEquals(2, increase("handshake_offers_total", DFW));
        for (String status : List.of("accepted", "rejected", "pending")) {
            assertEquals(1, increase("handshake_decisions_total", DFW, "status=\"" + status + "\""), status);
        }
        assertEquals(1, increase("handshake_removals_total", DFW));
        assertEquals(1, increase("handshake_images_created_total", DFW));
    }

    @Test
    void an_image_that_is_deleted_counts_once_however_many_members_hear_of_it() {
        UUID image = cast.accepted("gone");
        cast.offers(image, cast.otherConsumer.account);
        ApiClient.forUser(cast.producer).delete("/v2/images/" + image).is(204);
        assertEquals(1, increase("handshake_images_deleted_total", DFW));
    }

    @Test
    void the_time_to_decide_is_that_of_the_first_decision() {
        UUID image = cast.accepted("changed mind");
        ApiClient.forUser(cast.consumer)
                .decides(image, cast.consumer.account, "rejected")
                .is(200);
        assertEquals(1, increase("handshake_time_to_decision_seconds_count", DFW));
        assertEquals(1, increase("handshake_time_to_decision_seconds_bucket", DFW, "le=\"600.0\""));
        assertTrue(increase("handshake_time_to_decision_seconds_sum", DFW) > 0);
    }

    @Test
    void what_was_refused_is_counted_by_its_reason_and_does_not_count_as_done() {
        UUID image = cast.pending("refused");
        ApiClient.forUser(cast.producer).offers(image, cast.consumer.account).is(409);
        ApiClient.forUser(cast.producer)
                .decides(image, cast.consumer.account, "accepted")
                .is(403);
        cast.stranger.opens("/DFW/images/" + image).is(404);
        assertEquals(1, increase("handshake_refusals_total", "reason=\"already_member\""));
        assertEquals(1, increase("handshake_refusals_total", "reason=\"only_consumer_decides\""));
        assertEquals(1, increase("handshake_refusals_total", "reason=\"not_found\""));
        assertEquals(1, increase("handshake_offers_total", DFW));
        assertEquals(0, increase("handshake_decisions_total", DFW));
    }

    @Test
    void every_region_and_every_reason_begins_with_nothing() {
        List<String> lines = scraped().portalLines();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("handshake_offers_total{region=\"HKG\"}")));
        assertTrue(lines.stream().anyMatch(line -> line.contains("reason=\"data_damaged\"")));
    }

    @Test
    void nothing_that_is_counted_tells_of_somebody_or_of_an_image() {
        UUID image = cast.accepted("nobody reads this name");
        cast.stranger.opens("/DFW/images/" + image).is(404);
        new ApiClient().get("/v2/images/" + image).is(401);
        String all = String.join("\n", scraped().portalLines());
        for (String secret : List.of(image.toString(), "nobody reads", cast.consumer.account, cast.stranger.account)) {
            assertFalse(all.contains(secret), secret);
        }
        assertEquals(
                Set.of("dependency", "le", "method", "reason", "region", "route", "status"),
                scraped().portalLabels());
    }

    @Test
    void answers_are_told_apart_by_the_address_as_the_code_writes_it() {
        UUID image = cast.image("asked for");
        before = scraped();
        cast.producer.opens("/DFW/images/" + image).is(200);
        ApiClient.forUser(cast.producer).get("/v2/images/" + image).is(200);
        new ApiClient().get("/v2/images/" + image).is(401);
        String count = "handshake_requests_seconds_count";
        assertEquals(1, increase(count, "route=\"/{region}/images/{id}\"", "status=\"200\""));
        assertEquals(1, increase(count, "route=\"/{region}/v2/images/{id}\"", "status=\"200\""));
        assertEquals(1, increase(count, "route=\"/{region}/v2/images/{id}\"", "status=\"401\""));
    }

    @Test
    void strange_requests_make_no_new_numbers() {
        sendStrangeRequests();
        int lines = scraped().portalLines().size();
        for (int each = 0; each < 20; each++) {
            sendStrangeRequests();
        }
        assertEquals(lines, scraped().portalLines().size());
    }

    private void sendStrangeRequests() {
        String odd = UUID.randomUUID().toString();
        TestUser nobody = Cast.newUser("Nobody", Cast.newAccountNumber(), Role.ADMIN);
        new ApiClient().send("A" + odd.substring(0, 8), "/DFW/images", BodyPublishers.noBody());
        new ApiClient().get("/" + odd);
        new ApiClient().get("/v2/images/" + odd);
        new ApiClient("bad").get("/v2/images/" + odd + "/members/" + odd);
        nobody.opensSignedOut("/" + odd + "/images/" + odd);
        nobody.opensSignedOut("/webjars/" + odd);
    }
}
