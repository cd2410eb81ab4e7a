package dev.handshake.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Mirror;
import dev.handshake.Page;
import dev.handshake.PortalTest;
import dev.handshake.Script;
import dev.handshake.disk.DiskFiles;
import dev.handshake.image.HistoryEntry;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Three times an hour, of each verb that writes history or tells others; uploads six times. */
@PortalTest
@TestProfile(RateLimitTest.Slow.class)
class RateLimitTest {

    public static class Slow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String limit = "handshake.rate-limit.";
            return Map.of(
                    limit + "decisions-per-hour", "3",
                    limit + "removals-per-hour", "3",
                    limit + "deactivations-per-hour", "3",
                    limit + "labels-per-hour", "3",
                    limit + "uploads-per-hour", "6");
        }
    }

    private final Cast cast = new Cast();
    private final Script owner = Script.of(cast.producer);
    private final Script consumer = Script.of(cast.consumer);
    private final String member = cast.consumer.account;

    @Test
    void changes_of_mind() {
        UUID image = cast.pending("swung");
        for (String status : List.of("accepted", "accepted", "rejected", "accepted", "accepted")) {
            consumer.decides(image, member, status).is(200);
        }
        long lines = HistoryEntry.count("imageId", image);
        tooFast(() -> consumer.decides(image, member, "pending"));
        tooFast(cast.consumer.posts("/DFW/invitations/" + image + "/rejection"));
        tooFast(cast.consumer.posts("/DFW/invitations/rejections", "image", image.toString()));
        assertEquals(lines, HistoryEntry.count("imageId", image));
        assertEquals("accepted", status(image));
        cast.offers(image, cast.another.account);
        Script.of(cast.another).decides(image, cast.another.account, "accepted").is(200);
    }

    private String status(UUID image) {
        return owner.get("/v2/images/" + image + "/members/" + member)
                .json()
                .path("status")
                .asText();
    }

    @Test
    void removals() {
        UUID image = cast.image("left");
        cast.offers(image, "1", "2", "3", "4", "5");
        String path = "/DFW/images/" + image + "/offers/";
        cast.producer.posts(path + "removals", "member", "1", "member", "2").is(200);
        tooFast(cast.producer.posts(path + "removals", "member", "3", "member", "4"));
        owner.removes(image, "3").is(204);
        tooFast(() -> owner.removes(image, "4"));
        owner.removes(image, "77").is(404);
    }

    @Test
    void deactivations() {
        UUID image = cast.image("flickering");
        String actions = "/v2/images/" + image + "/actions/";
        owner.post(actions + "deactivate", "").is(204);
        owner.post(actions + "deactivate", "").is(204);
        owner.post(actions + "reactivate", "").is(204);
        owner.post(actions + "deactivate", "").is(204);
        tooFast(() -> owner.post(actions + "reactivate", ""));
    }

    @Test
    void labels() {
        UUID image = cast.pending("labelled");
        String path = "/DFW/images/" + image + "/offers/" + member + "/label";
        for (int each = 0; each < 3; each++) {
            cast.producer.posts(path, "label", "name " + each).is(200);
        }
        tooFast(cast.producer.posts(path, "label", "name 4"));
    }

    @Test
    void uploads_by_every_door_together() {
        cast.image("form");
        UUID image = owner.creates("script");
        String path = "/v2/images/" + image;
        for (int each = 0; each < 2; each++) {
            owner.put(path + "/file", new byte[0]);
            owner.put(path + "/stage", new byte[0]);
        }
        cast.producer
                .posts("/DFW/imports", "name", "import", "address", Mirror.at("/raw/512"))
                .is(200);
        tooFast(() -> owner.put(path + "/file", DiskFiles.raw(512)));
        tooFast(() -> owner.put(path + "/stage", DiskFiles.raw(512)));
        String body = "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + Mirror.at("/raw/512") + "\"}}";
        tooFast(() -> owner.post(path + "/import", body));
        tooFast(cast.producer.brings("DFW", "form", DiskFiles.raw(512)));
        tooFast(cast.producer.posts("/DFW/imports", "name", "import", "address", Mirror.at("/raw/512")));
    }

    private static void tooFast(Supplier<Script.Answer> call) {
        Script.Answer answer = call.get().is(429);
        assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
        assertTrue(answer.text().contains("more often than it may within an hour"), answer.text());
    }

    private static void tooFast(Page page) {
        page.is(429).says("more often than it may within an hour");
        assertTrue(Integer.parseInt(page.header("Retry-After")) > 0);
    }
}
