package dev.handshake.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.image.Image;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The token of a service of the cloud beside the user's, also when the user's has expired meanwhile. */
@PortalTest
class ServiceTokenTest {

    private static final String SERVICE = FakeKeystone.token("55", "service");

    private final Cast cast = new Cast();

    private static ApiClient with(String userToken, String serviceToken) {
        return new ApiClient(userToken).withHeader("X-Service-Token", serviceToken);
    }

    private String userToken(Instant expires) {
        return token(cast.producer.account, "member", expires);
    }

    private static String token(String project, String role, Instant expires) {
        return FakeKeystone.token(Map.of(
                "project", project, "roles", List.of(role), "expires", expires.toString(), "n", "" + Math.random()));
    }

    private static Instant ago(Duration time) {
        return Instant.now().minus(time);
    }

    private String licensedFile() {
        UUID image = cast.image("licensed");
        QuarkusTransaction.requiringNew().run(() -> Image.update("exportable = false where id = ?1", image));
        return "/v2/images/" + image + "/file";
    }

    @Test
    void it_makes_the_compute_service_of_its_bearer() {
        String file = licensedFile();
        String user = FakeKeystone.token(cast.producer.account, "member");
        new ApiClient(user).get(file).is(403);
        with(user, SERVICE).get(file).is(200);
        new ApiClient(FakeKeystone.token(cast.producer.account, "compute"))
                .get(file)
                .is(200);
        new ApiClient(FakeKeystone.token(cast.stranger.account, "compute"))
                .get(file)
                .is(404);
        with(FakeKeystone.token(cast.stranger.account, "member"), SERVICE)
                .get(file)
                .is(404);
    }

    @Test
    void without_the_role_service_it_is_ignored_and_when_it_is_not_valid_refused() {
        String file = licensedFile();
        String user = FakeKeystone.token(cast.producer.account, "member");
        for (String role : List.of("member", "admin")) {
            with(user, FakeKeystone.token("55", role)).get("/v2/images").is(200);
            with(user, FakeKeystone.token("55", role)).get(file).is(403);
        }
        with(user, token("55", "service", ago(Duration.ofSeconds(10))))
                .get("/v2/images")
                .is(401);
        with(user, "nonsense").get("/v2/images").is(401);
        with(user, FakeKeystone.token(Map.of("status", 503))).get("/v2/images").is(503);
    }

    @Test
    void a_users_token_that_expired_is_good_beside_it_for_as_long_as_keystone_says() {
        String file = licensedFile();
        String user = userToken(ago(Duration.ofHours(5)));
        with(user, SERVICE).get(file).is(200);
        assertEquals(
                cast.producer.account,
                with(user, SERVICE).get("/v2/account").json().path("account").asText());
        new ApiClient(user).get("/v2/images").is(401);
        with(userToken(ago(Duration.ofDays(3))), SERVICE).get("/v2/images").is(401);
        with(token(cast.stranger.account, "member", ago(Duration.ofHours(5))), SERVICE)
                .get(file)
                .is(404);
    }

    @Test
    void a_users_token_that_expired_is_refused_without_the_role_service() {
        String user = userToken(ago(Duration.ofMinutes(1)));
        with(user, SERVICE).get("/v2/images").is(200);
        for (String role : List.of("member", "admin")) {
            with(user, FakeKeystone.token("55", role)).get("/v2/images").is(401);
        }
        with(user, user).get("/v2/images").is(401);
        with(user, token("55", "service", ago(Duration.ofSeconds(1))))
                .get("/v2/images")
                .is(401);
        with("nonsense", SERVICE).get("/v2/images").is(401);
        with(FakeKeystone.token(Map.of("status", 404)), SERVICE)
                .get("/v2/images")
                .is(401);
        with(FakeKeystone.token(Map.of("status", 503)), SERVICE)
                .get("/v2/images")
                .is(503);
    }

    @Test
    void a_token_expires_although_it_is_remembered() {
        String user = userToken(Instant.now().plusSeconds(2));
        new ApiClient(user).get("/v2/images").is(200);
        Eventually.get(() -> new ApiClient(user).get("/v2/images").status(), status -> status == 401);
        with(user, SERVICE).get("/v2/images").is(200);
        new ApiClient(user).get("/v2/images").is(401);
    }
}
