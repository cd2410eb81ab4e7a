package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Hostile input to the server pages. */
@PortalTest
class ServerHostileInputTest {

    private static final String MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{title}";

    private final Cast cast = new Cast();

    @Test
    void a_post_from_a_foreign_origin_is_refused() {
        UUID image = cast.image("sheltered");
        UUID server = cast.server(cast.producer, image, "sheltered");
        for (String path : List.of(
                "",
                "/" + server + "/stop",
                "/" + server + "/start",
                "/" + server + "/deletion",
                "/" + server + "/snapshots")) {
            var post = cast.producer.formPost("/DFW/servers" + path, fields("x", image));
            assertEquals(
                    403,
                    cast.producer
                            .send(post.header("Origin", "https://evil.example"))
                            .status(),
                    path);
        }
        assertEquals(List.of("sheltered"), cast.producer.opens("/DFW/servers").texts(".row-head h2"));
        cast.producer.opens("/DFW/servers/" + server).is(200).says("sheltered active");
    }

    @Test
    void markup_in_any_name_is_only_text() {
        UUID image = Cast.idOf(cast.producer.uploads("DFW", MARKUP, DiskFiles.raw(512)));
        cast.offers(image, cast.consumer.account);
        isClean(cast.consumer.opens("/DFW/servers/new?image=" + image));
        isClean(cast.producer.opens("/DFW/servers/new?q=%3Cscript%3E").says("onerror"));
        HtmlPage page = cast.startsServer(cast.consumer, image, MARKUP);
        isClean(page.says("onerror"));
        isClean(cast.consumer.opens(page.path() + "/deletion"));
        isClean(cast.consumer.opens("/DFW/servers").says("onerror"));
        isClean(cast.consumer.posts(page.path() + "/stop"));
        HtmlPage snapshot = cast.consumer.opens(page.path()).presses("Take snapshot", "name", MARKUP);
        isClean(snapshot.says("onerror"));
        isClean(snapshot.follows("Details").says("onerror", "this image"));
        isClean(cast.consumer.opens(page.path()).says("onerror"));
        isClean(cast.consumer.opens("/DFW/images"));
        HtmlPage again =
                cast.producer.opens("/DFW/servers/new?image=" + URLEncoder.encode(MARKUP, StandardCharsets.UTF_8));
        assertFalse(again.is(404).html().contains("<script>alert"), again.html());
    }

    private static void isClean(HtmlPage page) {
        page.is(200);
        assertFalse(page.html().contains("<script>alert"), page.html());
        assertFalse(page.html().contains("<img src=x"), page.html());
    }

    @Test
    void ids_that_are_none_are_not_found() {
        for (String id : List.of("1", "x".repeat(300), "" + UUID.randomUUID(), "null")) {
            cast.stranger.opens("/DFW/servers/" + id).is(404);
            cast.stranger.opens("/DFW/servers/" + id + "/deletion").is(404);
            cast.stranger.posts("/DFW/servers/" + id + "/stop").is(404);
            cast.stranger.opens("/DFW/servers/new?image=" + id).is(404);
        }
        cast.stranger.opens("/DFW/servers/..%2f..%2fetc").is(400);
        cast.stranger.opens("/DFW/servers/new?image=..%2f..%2fetc").is(404);
        cast.stranger.opens("/nowhere/servers").is(404);
        cast.stranger.opens("/SYD/servers").is(404);
    }

    @Test
    void rubbish_in_every_field_gets_an_answer_and_changes_nothing() {
        UUID image = cast.image("battered");
        UUID server = cast.server(cast.producer, image, "battered");
        for (String rubbish : List.of(
                "\u0000", "\u0000\u0007x", "😀".repeat(200), "\ud800", "x".repeat(60_000), "%", "' or 1=1 --")) {
            answers(cast.producer.posts("/DFW/servers", "server", rubbish, "image", "" + image, "name", "x"));
            answers(cast.producer.posts("/DFW/servers", "server", "" + UUID.randomUUID(), "image", rubbish));
            answers(cast.producer.posts(
                    "/DFW/servers",
                    "server",
                    "" + UUID.randomUUID(),
                    "image",
                    "" + image,
                    "name",
                    rubbish,
                    "flavor",
                    rubbish));
            answers(cast.producer.posts(
                    "/DFW/servers/" + server + "/snapshots", "snapshot", "" + UUID.randomUUID(), "name", rubbish));
            answers(cast.producer.posts("/DFW/servers/" + server + "/snapshots", "snapshot", rubbish, "name", "x"));
            for (String parameter : List.of("q", "marker", "image")) {
                get("/DFW/servers/new", parameter, rubbish);
            }
            get("/DFW/servers", "status", rubbish);
            get("/DFW/servers", "marker", rubbish);
            get("/DFW/servers", "marker", "1." + rubbish);
            get("/DFW/servers", "marker", Long.MAX_VALUE + "." + UUID.randomUUID());
        }
        answers(cast.producer.posts("/DFW/servers"));
        assertEquals(
                List.of("battered"), cast.producer.opens("/DFW/servers").is(200).texts(".row-head h2"));
    }

    private void get(String path, String parameter, String value) {
        String encoded = URLEncoder.encode(value.substring(0, Math.min(value.length(), 2_000)), StandardCharsets.UTF_8);
        answers(cast.producer.opens(path + "?" + parameter + "=" + encoded));
    }

    private static void answers(HtmlPage page) {
        assertTrue(page.status() < 500, () -> page.status() + " for " + page.url() + ": " + page.text());
    }

    @Test
    void a_get_on_what_only_posts_change_changes_nothing() {
        UUID server = cast.server(cast.producer, cast.image("untouched"), "untouched");
        for (String verb : List.of("/stop", "/start")) {
            int status = cast.producer.opens("/DFW/servers/" + server + verb).status();
            assertTrue(status == 404 || status == 405, verb + ": " + status);
        }
        cast.producer.opens("/DFW/servers/" + server + "/deletion").is(200);
        assertEquals(
                List.of("started"),
                cast.producer.opens("/DFW/servers/" + server).texts(".history .status"));
    }

    private static String[] fields(String name, UUID image) {
        return new String[] {
            "server", UUID.randomUUID().toString(), "image", image.toString(), "name", name, "flavor", "small"
        };
    }
}
