package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import dev.handshake.web.HmacSigner;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Connection;
import org.junit.jupiter.api.Test;

/** Requests by malicious users and pages. */
@PortalTest
class HostileRequestTest {

    private static final String MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{title}";

    private static final String FLASH = "flash message";

    private final long now = Instant.now().getEpochSecond();
    private final Cast cast = new Cast();

    @Test
    void a_post_from_a_foreign_origin_is_refused() {
        UUID image = cast.pending("sheltered");
        for (String origin : List.of("https://evil.example", "null", "http://localhost.evil.example")) {
            for (String path : List.of(
                    "/DFW/invitations/" + image + "/acceptance",
                    "/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal",
                    "/DFW/offerings/reviews",
                    "/DFW/images/" + image + "/deletion")) {
                assertEquals(403, statusFrom(origin, cast.consumer, path), origin + path);
                assertEquals(403, statusFrom(origin, cast.producer, path), origin + path);
            }
        }
        cast.producer.opens("/DFW/images/" + image).is(200).says("pending");
    }

    private static int statusFrom(String origin, TestUser testUser, String path) {
        return testUser.send(testUser.formPost(path).header("Origin", origin)).status();
    }

    @Test
    void markup_in_any_field_is_only_text() {
        UUID image = Cast.idOf(
                cast.producer.uploads("DFW", MARKUP, DiskFiles.raw(512)).is(200));
        String path = "/DFW/images/" + image;
        cast.producer
                .opens(path + "/details")
                .presses("Keep", "description", MARKUP, "operatingSystem", MARKUP.substring(0, 60), "tags", "<b>tag")
                .is(200);
        cast.producer
                .opens("/DFW/offerings?image=" + image)
                .presses("Review", "numbers", MARKUP + " " + cast.consumer.account)
                .presses("Make", "confirmed", "*", "note", MARKUP, "contact", MARKUP)
                .is(200);
        cast.producer
                .posts(path + "/offers/" + cast.consumer.account + "/label", "label", MARKUP)
                .is(200);
        for (String page : List.of("", "/details", "/deletion", "/offers/removals?who=all")) {
            assertEscaped(cast.producer.opens(path + page));
        }
        for (String page : List.of("/DFW/images?q=%3Cscript%3E", "/DFW/images", "/DFW/offers", "/DFW/history")) {
            assertEscaped(cast.producer.opens(page));
        }
        assertEscaped(cast.consumer.opens(path).says("onerror"));
        assertEscaped(cast.consumer.opens("/DFW/invitations").says("onerror"));
        assertEscaped(cast.consumer.opens("/DFW/invitations/rejections?image=" + image));
        assertEscaped(cast.consumer.opens("/DFW/invitations").presses("Accept"));
        assertEscaped(cast.consumer.opens("/DFW/images"));
    }

    private static void assertEscaped(HtmlPage page) {
        page.is(200);
        assertFalse(page.html().contains("<script>"), page.html());
        assertFalse(page.html().contains("<img src=x"), page.html());
        assertFalse(page.html().contains("<b>tag"), page.html());
    }

    @Test
    void a_message_is_shown_only_as_the_portal_signed_it() {
        String good = signedCookie(FLASH, now + 30, "Nobody sees this.");
        assertEquals(List.of("Nobody sees this."), flashMessages(good));
        String text = good.split("\\.")[1];
        for (String cookie : List.of(
                "%%%",
                "aaaa====",
                "PHNjcmlwdD4",
                "..",
                text,
                good.replace(text, "PHNjcmlwdD4"),
                good.replaceFirst("^\\d+", String.valueOf(now + 40)),
                good.substring(0, good.lastIndexOf('.')),
                good.substring(0, good.length() - 1),
                signedCookie(FLASH, now - 1, "Nobody sees this."),
                signedCookie("export link", now + 30, "Nobody sees this."))) {
            assertEquals(List.of(), flashMessages(cookie), cookie);
        }
        assertEquals(List.of("<script>"), flashMessages(signedCookie(FLASH, now + 30, "<script>")));
    }

    private static String signedCookie(String purpose, long until, String text) {
        String secret = ConfigProvider.getConfig().getValue("handshake.signing-key", String.class);
        String said = until + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return said + "." + new HmacSigner(purpose, secret).sign(said);
    }

    private List<String> flashMessages(String cookie) {
        cast.stranger.opens("/DFW/images");
        Connection request =
                cast.stranger.newRequest(TestUser.absoluteUrl("/DFW/images")).cookie("flash", cookie);
        return cast.stranger.send(request).is(200).texts(".note-done");
    }

    @Test
    void ids_that_are_none_are_not_found() {
        for (String id : List.of("1", "x".repeat(300), UUID.randomUUID().toString(), "null")) {
            cast.stranger.opens("/DFW/images/" + id).is(404);
            cast.stranger.opens("/DFW/offerings/" + id).is(404);
            cast.stranger.opens("/DFW/offerings?image=" + id).is(404);
            cast.stranger.posts("/DFW/invitations/" + id + "/acceptance").is(404);
            cast.stranger.posts("/DFW/images/" + id + "/offers/1/removal").is(404);
        }
        for (String unreadable : List.of("..%2f..%2fetc", "%00", "a;b", "..%5c..")) {
            cast.stranger.opens("/DFW/images/" + unreadable).is(400);
            cast.stranger.opens("/DFW/offerings/" + unreadable).is(400);
            cast.stranger
                    .posts("/DFW/invitations/" + unreadable + "/acceptance")
                    .is(400);
            cast.stranger
                    .posts("/DFW/images/" + unreadable + "/offers/1/removal")
                    .is(400);
        }
        for (String unknown : List.of("..%2f..%2fetc", "%00")) { // in a query these are unambiguous
            cast.stranger.opens("/DFW/offerings?image=" + unknown).is(404);
        }
        cast.stranger.opens("/DFW/offerings").is(400);
        cast.stranger.opens("/nowhere").is(404);
        cast.stranger.opens("/DFW/nowhere").is(404);
    }

    @Test
    void rubbish_in_every_field_gets_an_answer_and_changes_nothing() {
        UUID image = cast.pending("battered");
        String path = "/DFW/images/" + image;
        for (String rubbish : List.of(
                "\u0000", "\u0000\u0007x", "😀".repeat(200), "\ud800", "x".repeat(60_000), "%", "' or 1=1 --")) {
            assertNoServerError(cast.producer.posts("/DFW/offerings/reviews", "image", "" + image, "numbers", rubbish));
            assertNoServerError(cast.producer.posts("/DFW/offerings/reviews", "image", rubbish, "numbers", "1"));
            assertNoServerError(cast.producer.posts(
                    "/DFW/offerings", "image", "" + image, "numbers", rubbish, "offering", rubbish));
            assertNoServerError(cast.producer.posts(
                    "/DFW/offerings", "image", "" + image, "numbers", "bad", "note", rubbish, "contact", rubbish));
            assertNoServerError(
                    cast.producer.posts(path + "/details", "name", rubbish, "minDisk", rubbish, "tags", rubbish));
            assertNoServerError(
                    cast.producer.posts(path + "/offers/" + cast.consumer.account + "/label", "label", rubbish));
            assertNoServerError(cast.producer.posts(path + "/offers/removals", "who", rubbish, "member", rubbish));
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
        cast.consumer.opens(path).is(200).says("You are offered this image");
    }

    private void assertAnswersQuery(String path, String parameter, String value) {
        String encoded = URLEncoder.encode(value.substring(0, Math.min(value.length(), 2_000)), StandardCharsets.UTF_8);
        assertNoServerError(cast.producer.opens(path + "?" + parameter + "=" + encoded));
    }

    private static void assertNoServerError(HtmlPage page) {
        assertTrue(page.status() < 500, () -> page.status() + " for " + page.url() + ": " + page.text());
    }

    @Test
    void a_get_on_what_only_posts_change_changes_nothing() {
        UUID image = cast.pending("untouched");
        cast.consumer.opens("/account");
        for (String path : List.of(
                "/DFW/invitations/" + image + "/acceptance",
                "/DFW/invitations/" + image + "/rejection",
                "/DFW/invitations/acceptances",
                "/DFW/images/" + image + "/offers/1/removal")) {
            int status = cast.consumer.opens(path).status();
            assertTrue(status == 404 || status == 405, path + ": " + status);
        }
        cast.consumer.opens("/DFW/images/" + image).says("pending");
    }

    @Test
    void very_long_names_and_numbers_stand_on_the_page() {
        String name = "a-very-long-name-".repeat(15);
        UUID image = cast.image(name);
        cast.offers(image, "12345678901234567890");
        cast.producer.opens("/DFW/images").is(200).says(name, "12345678901234567890");
    }
}
