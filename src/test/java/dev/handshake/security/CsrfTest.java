package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing is changed by a page of another origin, or by a link. */
@PortalTest
class CsrfTest {

    private final Cast cast = new Cast();

    @Test
    void a_post_from_a_foreign_origin_is_refused() {
        UUID image = cast.pending("sheltered");
        for (String origin : List.of("https://evil.example", "null", "http://localhost.evil.example")) {
            for (String path : List.of(
                    "/DFW/invitations/" + image + "/acceptance",
                    "/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal",
                    "/DFW/offer-batches/reviews",
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
    void a_get_on_what_only_posts_change_changes_nothing() {
        UUID image = cast.pending("untouched");
        cast.consumer.opens("/account");
        for (String path : List.of(
                "/DFW/invitations/" + image + "/acceptance",
                "/DFW/invitations/" + image + "/rejection",
                "/DFW/invitations/acceptances",
                "/DFW/images/" + image + "/offers/1/reminders")) {
            int status = cast.consumer.opens(path).status();
            assertTrue(status == 404 || status == 405, path + ": " + status);
        }
        cast.producer
                .opens("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        cast.consumer.opens("/DFW/images/" + image).says("pending");
    }
}
