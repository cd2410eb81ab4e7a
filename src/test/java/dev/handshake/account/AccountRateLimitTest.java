package dev.handshake.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.image.HistoryEntry;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Three times per hour for each limited action, six times for uploads. */
@PortalTest
@TestProfile(AccountRateLimitTest.LowRateLimitsProfile.class)
class AccountRateLimitTest {

    public static class LowRateLimitsProfile implements QuarkusTestProfile {
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
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final String member = cast.consumer.account;

    @Test
    void changes_of_mind() {
        UUID image = cast.pending("swung");
        for (String status : List.of("accepted", "accepted", "rejected", "accepted", "accepted")) {
            consumer.decides(image, member, status).is(200);
        }
        long lines = HistoryEntry.count("imageId", image);
        assertRateLimited(() -> consumer.decides(image, member, "pending"));
        assertRateLimited(cast.consumer.posts("/DFW/invitations/" + image + "/rejection"));
        assertRateLimited(cast.consumer.posts("/DFW/invitations/rejections", "image", image.toString()));
        assertEquals(lines, HistoryEntry.count("imageId", image));
        assertEquals("accepted", status(image));
        cast.offers(image, cast.otherConsumer.account);
        ApiClient.forUser(cast.otherConsumer)
                .decides(image, cast.otherConsumer.account, "accepted")
                .is(200);
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
        String path = "/DFW/offers/removals";
        cast.producer
                .posts(path, "image", "" + image, "member", "1", "member", "2")
                .is(200);
        assertRateLimited(cast.producer.posts(path, "image", "" + image, "member", "3", "member", "4"));
        owner.removes(image, "3").is(204);
        assertRateLimited(() -> owner.removes(image, "4"));
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
        assertRateLimited(() -> owner.post(actions + "reactivate", ""));
    }

    @Test
    void labels() {
        UUID image = cast.pending("labelled");
        String path = "/DFW/images/" + image + "/offers/" + member + "/label";
        for (int each = 0; each < 3; each++) {
            cast.producer.posts(path, "label", "name " + each).is(200);
        }
        assertRateLimited(cast.producer.posts(path, "label", "name 4"));
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
                .posts("/DFW/imports", "name", "import", "address", FakeMirror.urlOf("/raw/512"))
                .is(200);
        assertRateLimited(() -> owner.put(path + "/file", DiskFiles.raw(512)));
        assertRateLimited(() -> owner.put(path + "/stage", DiskFiles.raw(512)));
        String body = "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + FakeMirror.urlOf("/raw/512") + "\"}}";
        assertRateLimited(() -> owner.post(path + "/import", body));
        assertRateLimited(cast.producer.uploads("DFW", "form", DiskFiles.raw(512)));
        assertRateLimited(
                cast.producer.posts("/DFW/imports", "name", "import", "address", FakeMirror.urlOf("/raw/512")));
    }

    private static void assertRateLimited(Supplier<ApiClient.ApiResponse> call) {
        ApiClient.ApiResponse apiResponse = call.get().is(429);
        assertTrue(Integer.parseInt(apiResponse.header("Retry-After")) > 0);
        assertTrue(apiResponse.text().contains("hourly limit for this action"), apiResponse.text());
    }

    private static void assertRateLimited(HtmlPage page) {
        page.is(429).says("hourly limit for this action");
        assertTrue(Integer.parseInt(page.header("Retry-After")) > 0);
    }
}
