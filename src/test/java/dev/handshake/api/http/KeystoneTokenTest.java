package dev.handshake.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Access with Keystone tokens and their roles, and while Keystone is down. */
@PortalTest
class KeystoneTokenTest {

    private final Cast cast = new Cast();

    @Test
    void a_keystone_token_opens_for_its_project_with_its_roles() {
        String project = Cast.newAccountNumber();
        ApiClient member = new ApiClient(FakeKeystone.token(project, "member", "reader"));
        UUID image = member.creates("from-keystone");
        assertEquals(
                project,
                member.get("/v2/images/" + image).is(200).json().path("owner").asText());
        member.offers(image, "4711").is(200);
        ApiClient reader = new ApiClient(FakeKeystone.token(project, "reader"));
        reader.get("/v2/images/" + image + "/members").is(200);
        reader.offers(image, "4712").is(403);
        new ApiClient(FakeKeystone.token(Cast.newAccountNumber(), "member"))
                .get("/v2/images/" + image)
                .is(404);
        new ApiClient()
                .withHeader("Authorization", "Bearer " + FakeKeystone.token(project, "reader"))
                .get("/v2/images/" + image)
                .is(200);
    }

    @Test
    void keystones_admin_sees_and_manages_everything() {
        UUID image = cast.pending("anybodys");
        ApiClient admin = new ApiClient(FakeKeystone.token(Cast.newAccountNumber(), "admin"));
        String members = "/v2/images/" + image + "/members";
        assertEquals(1, admin.get(members).is(200).json().path("members").size());
        admin.offers(image, "4711").is(200);
        admin.decides(image, "4711", "accepted").is(200);
        admin.removes(image, "4711").is(204);
        assertTrue(admin.get("/v2/images?name=anybodys").text().contains(image.toString()));
        admin.delete("/v2/images/" + image).is(204);
        cast.producer.opens("/DFW/images/" + image).is(404);
    }

    @Test
    void what_keystone_does_not_vouch_for_opens_nothing() {
        String project = Cast.newAccountNumber();
        new ApiClient(FakeKeystone.token(Map.of("project", project, "roles", List.of("member"), "status", 401)))
                .get("/v2/images")
                .is(401);
        String past = Instant.now().minusSeconds(10).toString();
        new ApiClient(FakeKeystone.token(Map.of("project", project, "roles", List.of("member"), "expires", past)))
                .get("/v2/images")
                .is(401);
        new ApiClient(FakeKeystone.token(project, "stranger")).get("/v2/images").is(403);
        new ApiClient(FakeKeystone.token(Map.of("roles", List.of("member"))))
                .get("/v2/images")
                .is(403);
        new ApiClient(FakeKeystone.token("not-a-number", "member"))
                .get("/v2/images")
                .is(403);
    }

    @Test
    void while_keystone_is_down_or_slow_nobody_comes_in_and_is_told_soon() {
        for (int status : List.of(500, 503, 302, 429)) {
            new ApiClient(FakeKeystone.token(Map.of("project", "1", "status", status)))
                    .get("/v2/images")
                    .is(503);
        }
        Instant asked = Instant.now();
        new ApiClient(FakeKeystone.token(Map.of("project", "1", "roles", List.of("admin"), "seconds", 8)))
                .get("/v2/images")
                .is(503);
        assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 5);
    }
}
