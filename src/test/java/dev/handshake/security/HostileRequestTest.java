package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests by malicious users. */
@PortalTest
class HostileRequestTest {

    private final Cast cast = new Cast();

    @Test
    void ids_that_are_none_are_not_found() {
        for (String id : List.of("1", "x".repeat(300), UUID.randomUUID().toString(), "null")) {
            cast.stranger.opens("/DFW/images/" + id).is(404);
            cast.stranger.opens("/DFW/offer-batches/" + id).is(404);
            cast.stranger.opens("/DFW/offer-batches?image=" + id).is(404);
            cast.stranger.posts("/DFW/invitations/" + id + "/acceptance").is(404);
            cast.stranger.posts("/DFW/images/" + id + "/offers/1/removal").is(404);
        }
        for (String unreadable : List.of("..%2f..%2fetc", "%00", "a;b", "..%5c..")) {
            cast.stranger.opens("/DFW/images/" + unreadable).is(400);
            cast.stranger.opens("/DFW/offer-batches/" + unreadable).is(400);
            cast.stranger
                    .posts("/DFW/invitations/" + unreadable + "/acceptance")
                    .is(400);
            cast.stranger
                    .posts("/DFW/images/" + unreadable + "/offers/1/removal")
                    .is(400);
        }
        for (String unknown : List.of("..%2f..%2fetc", "%00")) { // in a query these are unambiguous
            cast.stranger.opens("/DFW/offer-batches?image=" + unknown).is(404);
        }
        cast.stranger.opens("/DFW/offer-batches").is(200).says("Nothing is selected");
        cast.stranger.opens("/nowhere").is(404);
        cast.stranger.opens("/DFW/nowhere").is(404);
    }

    @Test
    void rubbish_in_every_field_gets_an_answer_and_changes_nothing() {
        UUID image = cast.pending("battered");
        String path = "/DFW/images/" + image;
        for (String rubbish : List.of(
                "\u0000", "\u0000\u0007x", "😀".repeat(200), "\ud800", "x".repeat(60_000), "%", "' or 1=1 --")) {
            assertNoServerError(
                    cast.producer.posts("/DFW/offer-batches/reviews", "image", "" + image, "numbers", rubbish));
            assertNoServerError(cast.producer.posts("/DFW/offer-batches/reviews", "image", rubbish, "numbers", "1"));
            assertNoServerError(cast.producer.posts(
                    "/DFW/offer-batches", "image", "" + image, "numbers", rubbish, "offering", rubbish));
            assertNoServerError(cast.producer.posts(
                    "/DFW/offer-batches", "image", "" + image, "numbers", "bad", "note", rubbish, "contact", rubbish));
            assertNoServerError(
                    cast.producer.posts(path + "/details", "name", rubbish, "minDisk", rubbish, "tags", rubbish));
            assertNoServerError(
                    cast.producer.posts(path + "/offers/" + cast.consumer.account + "/label", "label", rubbish));
            assertNoServerError(cast.producer.posts(
                    "/DFW/offers/removals", "image", "" + image, "who", rubbish, "member", rubbish));
            assertNoServerError(cast.producer.posts(path + "/deletion", "name", rubbish));
            assertNoServerError(cast.producer.posts("/DFW/offers/removals", "offer", rubbish));
            assertNoServerError(cast.consumer.posts("/DFW/invitations/acceptances", "image", rubbish));
            for (String parameter : List.of("q", "show", "kind", "status", "sort", "marker")) {
                assertAnswersQuery("/DFW/images", parameter, rubbish);
            }
            for (String page : List.of("/DFW/offers", "/DFW/invitations", "/DFW/history")) {
                assertAnswersQuery(page, "status", rubbish);
                assertAnswersQuery(page, "marker", rubbish);
                assertAnswersQuery(page, "marker", "1." + rubbish);
                assertAnswersQuery(page, "marker", "99999999999999999999." + UUID.randomUUID());
                assertAnswersQuery(page, "marker", Long.MAX_VALUE + "." + UUID.randomUUID());
            }
        }
        cast.consumer.opens(path).is(200).says("You have been offered this image");
    }

    private void assertAnswersQuery(String path, String parameter, String value) {
        String encoded = URLEncoder.encode(value.substring(0, Math.min(value.length(), 2_000)), StandardCharsets.UTF_8);
        assertNoServerError(cast.producer.opens(path + "?" + parameter + "=" + encoded));
    }

    private static void assertNoServerError(HtmlPage page) {
        assertTrue(page.status() < 500, () -> page.status() + " for " + page.url() + ": " + page.text());
    }

    @Test
    void very_long_names_and_numbers_stand_on_the_page() {
        String name = "a-very-long-name-".repeat(15);
        UUID image = cast.image(name);
        cast.offers(image, "12345678901234567890");
        cast.producer.opens("/DFW/images").is(200).says(name, "12345678901234567890");
    }
}
