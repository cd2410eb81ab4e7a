package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The owner of a reported image cannot find out who reported it: the rejection that comes with the report stays hidden.
 */
@PortalTest
class ReporterConfidentialityTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final String number = cast.consumer.account;

    @Test
    void the_owner_sees_the_same_before_and_after_at_both_doors() {
        UUID image = two("watched");
        consumer.decides(image, number, "accepted").is(200);
        String members = "/v2/images/" + image + "/members";
        List<String> before = seen(image);
        JsonNode rows = owner.get(members).json();
        JsonNode row = owner.get(members + "/" + number).json();
        JsonNode offers = owner.get("/v2/offers?status=accepted").json();
        SuspensionFixture.suspend(cast.consumer, image).lift();
        assertEquals(rows, owner.get(members).json());
        assertEquals(row, owner.get(members + "/" + number).json());
        assertEquals(offers, owner.get("/v2/offers?status=accepted").json());
        assertEquals(
                0, owner.get("/v2/offers?status=rejected").json().path("offers").size());
        assertEquals(before, seen(image));
        assertEquals("rejected", status(consumer, image));
        cast.consumer.opens("/DFW/images/" + image).says("You rejected this image");
        cast.consumer.opens("/DFW/invitations?status=rejected").says("watched");
        cast.consumer.opens("/DFW/images").doesNotSay("watched");
        cast.consumer.opens("/DFW/history").says("rejected watched");
    }

    @Test
    void what_the_owner_does_with_the_rejected_finds_it_as_little() {
        UUID image = two("asked");
        SuspensionFixture.suspend(cast.consumer, image).lift();
        cast.producer
                .opens("/DFW/offers/removals?who=rejected&image=" + image)
                .is(200)
                .says("No members to remove");
        cast.producer
                .posts("/DFW/offers/removals", "image", "" + image, "who", "rejected")
                .is(200);
        assertEquals("pending", status(owner, image));
        cast.producer
                .posts("/DFW/offer-batches/reviews", "image", "" + image, "numbers", number)
                .says("pending already a member");
        String path = "/DFW/images/" + image + "/offers/" + number + "/reminders";
        cast.producer.posts(path).is(200);
        cast.producer.posts(path).is(409).says("reminded recently");
        owner.removes(image, number).is(204);
    }

    @Test
    void a_decision_after_the_report_is_told_where_it_is_news() {
        UUID image = two("later");
        AbuseReportsResourceTest.report(cast.consumer, image, "error", "x");
        consumer.decides(image, number, "pending").is(200);
        assertEquals(0, lines(image), "pending is what the owner saw all the time");
        consumer.decides(image, number, "rejected").is(200);
        assertEquals(1, lines(image));
        assertEquals("rejected", status(owner, image));
        consumer.decides(image, number, "accepted").is(200);
        assertEquals("accepted", status(owner, image));
        String told = owner.get("/v2/images/" + image + "/members/" + number).text();
        AbuseReportsResourceTest.report(cast.consumer, image, "error", "y");
        consumer.decides(image, number, "accepted").is(200);
        assertEquals(
                told, owner.get("/v2/images/" + image + "/members/" + number).text());
        assertEquals(2, lines(image));
        assertEquals("accepted", status(consumer, image));
        cast.producer.opens("/DFW/notifications").doesNotSay("back to pending");
    }

    @Test
    void a_page_of_offers_by_status_goes_on_where_it_ended() {
        UUID image = cast.image("many");
        UUID other = cast.image("many more");
        for (UUID each : List.of(image, other)) {
            cast.offers(each, number, cast.otherConsumer.account, cast.stranger.account);
            AbuseReportsResourceTest.report(cast.consumer, each, "error", "x");
        }
        String all = owner.get("/v2/offers?status=pending").text();
        int found = 0;
        for (String next = "/v2/offers?status=pending&limit=1"; next != null; found++) {
            JsonNode page = owner.get(next).is(200).json();
            assertTrue(all.contains(page.path("offers").get(0).toString()));
            next = page.path("next").asText(null);
        }
        assertEquals(6, found);
        cast.producer.opens("/DFW/offers").says("Pending 6");
    }

    private UUID two(String name) {
        UUID image = cast.image(cast.producer, name, Cast.uniqueDiskFile());
        cast.offers(image, number, cast.stranger.account);
        return image;
    }

    /** Everything the owner's pages show of members. */
    private List<String> seen(UUID image) {
        HtmlPage page = cast.producer.opens("/DFW/images/" + image);
        return List.of(
                String.valueOf(page.texts("main tr, main nav")),
                String.valueOf(cast.producer
                        .opens("/DFW/images/" + image + "?status=accepted")
                        .texts("main tr, main nav")),
                String.valueOf(cast.producer.opens("/DFW/offers").texts("main tr, main nav")),
                String.valueOf(
                        cast.producer.opens("/DFW/offers?status=accepted").texts("main tr, main nav")),
                String.valueOf(cast.producer.opens("/DFW/images?show=own").texts(".members")),
                "rejections " + lines(image),
                "notices " + cast.producer.opens("/DFW/notifications").text().split("rejected", -1).length);
    }

    /** The number of decisions in the history shown to the owner, without the first acceptance. */
    private long lines(UUID image) {
        return cast.producer.opens("/DFW/images/" + image + "/history").texts("ol.history li").stream()
                .filter(each ->
                        each.startsWith("accepted") || each.startsWith("rejected") || each.startsWith("moved back"))
                .count();
    }

    private String status(ApiClient reader, UUID image) {
        return reader.get("/v2/images/" + image + "/members/" + number)
                .is(200)
                .json()
                .path("status")
                .asText();
    }
}
